import * as z from 'zod';
import { clearingReasonSchema, flagIdSchema, flagStateSchema } from '../../../schemas/flag-life.ts';
import { agreementSchema } from '../../../schemas/flags/agreement.ts';
import { flagCodeSchema, flagSchema } from '../../../schemas/flags.ts';
import { attachmentSchema } from '../../../schemas/parts.ts';
import {
  dateSchema,
  instantOf,
  localReferenceSchema,
  personReferenceSchema,
} from '../../../schemas/reference.ts';

/** A moment as a person writes it, with its offset. */
const momentSchema = z.iso.datetime({ offset: true }).transform(text => instantOf(Date.parse(text)));
const textSchema = z.string().trim().min(1).max(4000);

export const personPath = z.object({
  ref: personReferenceSchema.meta({ description: 'A system and its own key of the person' }),
});
export const flagPath = z.object({
  id: flagIdSchema.meta({ description: 'The flag, as every announcement of it says' }),
});

/** What a decision about a flag that stands comes with as well. */
export const ifMatchHeader = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,12}"$/, 'the ETag of the flag, such as "42"')
    .meta({ description: 'The ETag under which the flag was seen: its version in quotation marks' }),
});

/** The header of an answer that has a flag. */
export const etagHeader = z.object({
  etag: z
    .string()
    .optional()
    .meta({ description: 'The version of the flag, in quotation marks: for If-Match', example: '"42"' }),
});

/** A flag that is raised, or proposed by a team that may not raise it. */
export const raiseRequest = z
  .strictObject({
    code: flagCodeSchema,
    basis: textSchema.meta({ description: 'Why: shown to those who need to know' }),
    basisAbout: z.enum(['home', 'people']).optional().meta({
      description:
        'Of the home alone: every team that works there reads the basis. Left out, it is of people',
    }),
    tenancyReference: localReferenceSchema
      .optional()
      .meta({ description: 'For a flag that hangs on a tenancy' }),
    incidentAt: momentSchema.optional(),
    agreement: agreementSchema.optional().meta({
      description: 'What a flag about needs rests on: shown to those who may see why it stands',
    }),
    reviewDue: dateSchema.optional().meta({ description: 'Left out, the period of the taxonomy counts' }),
    evidence: z.array(attachmentSchema).max(10).optional(),
  })
  .meta({ id: 'RaiseFlag' });

const reason = textSchema.meta({ description: 'Why: kept with the decision' });
/** What approves and refuses. */
export const answerRequest = z.strictObject({ reason }).meta({ id: 'AnswerFlag' });
export const reviewRequest = z
  .strictObject({ reason, until: dateSchema.meta({ description: 'When to look at it again' }) })
  .meta({ id: 'ReviewFlag' });
export const clearRequest = z
  .strictObject({
    reason,
    until: dateSchema.optional().meta({
      description: 'For a flag of a rule, and only for one: the day on which the rule is believed again',
    }),
    enteredInError: z.literal(true).optional().meta({
      description: 'It never held: told and kept apart from a flag that ended',
    }),
  })
  .meta({ id: 'ClearFlag' });
/** When the person was told, or why they are not. */
export const toldRequest = z
  .union([z.strictObject({ informedAt: momentSchema }), z.strictObject({ notInformedBecause: textSchema })])
  .meta({ id: 'PersonTold' });

/** Which other person they are one with, or not. */
export const samePersonRequest = z
  .strictObject({
    other: personReferenceSchema.meta({
      description: 'The other person, by the key of the system that keeps them',
    }),
    reason,
  })
  .meta({ id: 'SamePerson' });
export const samePersonResponse = z
  .object({
    person: personReferenceSchema,
    shownAs: personReferenceSchema.meta({ description: 'Under whom they are shown' }),
    oneWith: z.array(personReferenceSchema).meta({ description: 'Everybody else who is the same person' }),
  })
  .meta({ id: 'WhoIsWho' });

/** A flag, once described. */
export const shownFlag = flagSchema.meta({ id: 'Flag' });

/** What became of a flag. */
export const decidedResponse = z
  .object({
    id: flagIdSchema,
    state: z.union([flagStateSchema, z.literal('cleared')]).optional(),
    reason: clearingReasonSchema.optional(),
    flag: shownFlag.optional().meta({ description: 'As it is now; absent once it is cleared' }),
  })
  .meta({ id: 'DecidedFlag', description: 'No more than the id for a team that may not know of the flag' });
