import * as z from 'zod';
import { defineEvent } from '../event-definition.ts';
import { householdMemberSchema, phraseSchema, sealedTextSchema, staffSchema } from '../parts.ts';
import { dateSchema, instantSchema, localReferenceSchema, personReferenceSchema } from '../reference.ts';

const tenancy = { tenancyReference: localReferenceSchema };
/** Where a household stays is nobody's business but theirs: only that they do, and why, is said. */
const accommodation = {
  ...tenancy,
  accommodationReference: localReferenceSchema,
  reason: phraseSchema.optional().meta({ title: 'Why they cannot stay at home, such as a hazard or works' }),
  hazardReference: localReferenceSchema
    .optional()
    .meta({ title: 'The hazard because of which, by its reference' }),
};

/** What the law makes of a tenure. Absent where its own system's code and words do not say. */
export const tenureKindSchema = z.enum([
  'secure',
  'introductory',
  'assured',
  'non-secure',
  'leasehold',
  'freehold',
  'shared-ownership',
  'temporary',
  'licence',
]);

const tenureSchema = phraseSchema.meta({ title: 'In the words of its own system' });
const householdSchema = z.array(householdMemberSchema).max(30);
/** What is known of the tenure beside its words. */
const tenure = {
  tenureCode: phraseSchema.optional().meta({ title: 'The code of its own system' }),
  tenureKind: tenureKindSchema.optional(),
};

/** A tenancy concerns the home and every person of the household. */
const reaches = ['home', 'person'] as const;

export const tenancyEvents = [
  defineEvent({
    type: 'housing.tenancy.started.v1',
    title: 'A tenancy, lease or licence began',
    classification: 'personal',
    reaches,
    data: { ...tenancy, tenure: tenureSchema, ...tenure, household: householdSchema },
  }),
  defineEvent({
    type: 'housing.tenancy.ended.v1',
    title: 'A tenancy ended',
    classification: 'personal',
    reaches,
    data: tenancy,
  }),
  defineEvent({
    type: 'housing.tenancy.start-announced.v1',
    title: 'When a tenancy is to begin was said, or said anew: it begins then, without any further message',
    classification: 'personal',
    reaches,
    data: {
      ...tenancy,
      startsAt: instantSchema,
      tenure: tenureSchema.optional(),
      ...tenure,
      household: householdSchema.optional().meta({ title: 'Absent where it is as it was said before' }),
    },
  }),
  defineEvent({
    type: 'housing.tenancy.end-announced.v1',
    title: 'A tenancy is to end at a time that is still to come: it ends then, without any further message',
    classification: 'personal',
    reaches,
    data: { ...tenancy, endsAt: instantSchema },
  }),
  defineEvent({
    type: 'housing.tenancy.end-withdrawn.v1',
    title: 'The end of a tenancy, to come or come already, was taken back',
    classification: 'personal',
    reaches,
    data: tenancy,
  }),
  defineEvent({
    type: 'housing.tenancy.household-changed.v1',
    title: 'Somebody joined or left a household',
    classification: 'personal',
    reaches,
    data: {
      ...tenancy,
      change: z.enum(['joined', 'left']),
      member: householdMemberSchema,
      startsAt: instantSchema.optional().meta({ title: 'When the tenancy begins, where that is to come' }),
      endsAt: instantSchema.optional().meta({ title: 'When it ends, where that is to come' }),
    },
  }),
  defineEvent({
    type: 'housing.tenancy.contact-recorded.v1',
    title: 'A contact with the household was written down',
    classification: 'personal',
    reaches,
    data: {
      channel: z.enum(['call', 'visit', 'email', 'letter', 'sms', 'office', 'other']),
      direction: z.enum(['in', 'out']).optional().meta({ title: 'From the household, or to it' }),
      twoWay: z
        .boolean()
        .optional()
        .meta({ title: 'Whether both sides spoke or wrote; a message left, or no reply, is not' }),
      about: phraseSchema.optional(),
      note: sealedTextSchema,
      recordedBy: staffSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.tenancy.access-notice-served.v1',
    title: 'Written notice to enter was served',
    classification: 'operational',
    reaches: ['home'],
    data: { ...tenancy, notice: phraseSchema, effectiveOn: dateSchema.optional() },
  }),
  defineEvent({
    type: 'housing.tenancy.enforcement-opened.v1',
    title: 'Tenancy enforcement took a case up',
    classification: 'personal',
    reaches: ['home'],
    data: {
      ...tenancy,
      enforcementReference: localReferenceSchema,
      ground: phraseSchema,
      note: sealedTextSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.tenancy.enforcement-closed.v1',
    title: 'A tenancy enforcement case was closed',
    classification: 'personal',
    reaches: ['home'],
    data: { ...tenancy, enforcementReference: localReferenceSchema, outcome: phraseSchema },
  }),
  defineEvent({
    type: 'housing.tenancy.accommodation-offered.v1',
    title: 'A household was offered somewhere else to stay for a time',
    classification: 'personal',
    reaches: ['home'],
    data: { ...accommodation, note: sealedTextSchema.optional() },
  }),
  defineEvent({
    type: 'housing.tenancy.accommodation-taken-up.v1',
    title: 'A household moved out for a time: into what it was offered, or for works',
    classification: 'personal',
    reaches: ['home'],
    data: accommodation,
  }),
  defineEvent({
    type: 'housing.tenancy.accommodation-ended.v1',
    title: 'An offer of somewhere to stay, or the stay, is over',
    classification: 'personal',
    reaches: ['home'],
    data: { ...accommodation, outcome: phraseSchema },
  }),
  defineEvent({
    type: 'housing.tenancy.adjustment-recorded.v1',
    title: 'A reasonable adjustment for a person was recorded',
    classification: 'special-category',
    reaches,
    data: { person: personReferenceSchema, adjustment: phraseSchema, note: sealedTextSchema.optional() },
  }),
] as const;
