import * as z from 'zod';
import { defineEvent } from '../event-definition.ts';
import { clearingReasonSchema } from '../flag-life.ts';
import { agreementSchema } from '../flags/agreement.ts';
import { flagCodeSchema, flagSchema, maximumPlaces } from '../flags.ts';
import { officerSchema } from '../officers.ts';
import { attachmentSchema, phraseSchema, sealedTextSchema, staffSchema } from '../parts.ts';
import {
  dateSchema,
  instantSchema,
  localReferenceSchema,
  personReferenceSchema,
  uprnSchema,
} from '../reference.ts';

/** A flag hangs on exactly one subject. Of what is wrong with a block, the home that was named keeps who said so. */
const reaches = ['home', 'block', 'person'] as const;

/** The flag is on that person as the hub knows them; else, of a person whom it does not know, on the home that was named. */
const knownAs = personReferenceSchema.optional().meta({
  title: 'The key by which the system names the person, where the hub knows them by another or not at all',
});

const knownAt = uprnSchema.optional().meta({
  title:
    'The home that the system named with that person: it is warned again where they turn out to be another',
});

/** That it did not end: it was never so. */
export const enteredInError = z
  .literal(true)
  .optional()
  .meta({ title: 'It was entered in error: it never held, and did not end' });

/** What a source system says of a flag. */
export const systemFlagEvents = [
  defineEvent({
    type: 'housing.flag.asserted.v1',
    title: 'A source system says that a flag holds',
    classification: 'special-category',
    reaches,
    data: {
      code: flagCodeSchema,
      localCode: phraseSchema.meta({ title: 'The code in the system’s own list' }),
      localReference: localReferenceSchema.optional(),
      knownAs,
      knownAt,
      tenancyReference: localReferenceSchema
        .optional()
        .meta({ title: 'The tenancy that a tenancy flag hangs on' }),
      basis: sealedTextSchema.optional(),
      incidentAt: instantSchema.optional(),
      assertedBy: staffSchema.optional(),
      raisedBy: officerSchema.optional().meta({ title: 'The officer who raised it through the hub' }),
      approvedBy: staffSchema
        .optional()
        .meta({ title: 'The second person who approved it, in the system’s own process' }),
      agreement: agreementSchema.optional().meta({
        title: 'The consent or best-interest decision that it rests on, or why there is no consent',
      }),
      reviewDue: dateSchema.optional(),
      endsOn: dateSchema.optional().meta({
        title: 'The day on which its own system means to end it: it ends then, without any further message',
      }),
      evidence: z
        .array(attachmentSchema)
        .max(10)
        .optional()
        .meta({ title: 'What it rests on, by reference' }),
    },
  }),
  defineEvent({
    type: 'housing.flag.withdrawn.v1',
    title: 'A source system no longer says that a flag holds',
    classification: 'personal',
    reaches,
    data: {
      code: flagCodeSchema,
      localCode: phraseSchema,
      localReference: localReferenceSchema.optional(),
      knownAs,
      knownAt,
      tenancyReference: localReferenceSchema.optional(),
      endedAt: instantSchema
        .optional()
        .meta({ title: 'When it ended by its own system’s word, if that was before' }),
      enteredInError,
      reason: sealedTextSchema.optional(),
    },
  }),
] as const;

/** What the hub announces of a flag, to every system that is entitled to hear it. */
export const hubFlagEvents = [
  defineEvent({
    type: 'housing.flag.raised.v1',
    title: 'A flag holds that did not',
    classification: 'personal',
    reaches: [],
    data: { flag: flagSchema },
  }),
  defineEvent({
    type: 'housing.flag.changed.v1',
    title: 'A flag holds as before, but something about it or where it shows changed',
    classification: 'personal',
    reaches: [],
    data: {
      flag: flagSchema,
      noLongerAt: z
        .array(uprnSchema)
        .max(maximumPlaces)
        .optional()
        .meta({ title: 'Homes that it showed on before and no longer does' }),
    },
  }),
  defineEvent({
    type: 'housing.flag.cleared.v1',
    title: 'A flag is no longer in force',
    classification: 'personal',
    reaches: [],
    data: { flag: flagSchema, reason: clearingReasonSchema },
  }),
] as const;
