import * as z from 'zod';
import { clearingReasonSchema, flagIdSchema, flagStateSchema } from '../../../schemas/flag-life.ts';
import { officerSchema } from '../../../schemas/officers.ts';
import { dateSchema, instantSchema } from '../../../schemas/reference.ts';
import { decisionKindSchema } from '../../core/record/flag-statement.ts';
import { timelineEntrySchema } from '../../core/views/timeline.ts';
import { pageLimit } from '../../shell/http/page-limit.ts';
import { shownFlag } from '../decisions/contract.ts';
import { flagBasisSchema } from '../properties/contract.ts';

/** Which part of a flag's history. */
export const flagQuery = z.object({
  limit: pageLimit({ most: 100, usual: 50 }),
  cursor: z.string().max(100).optional().meta({ description: 'What the last page gave as `next`' }),
});

/** What an officer decided of a flag. */
export const decisionSchema = z.object({
  decision: decisionKindSchema,
  at: instantSchema,
  by: officerSchema,
  until: dateSchema.optional(),
  enteredInError: z.literal(true).optional(),
  informed: z.boolean().optional(),
});

const changeSchema = z.object({
  version: z.int().positive(),
  at: instantSchema,
  before: shownFlag.optional().meta({ description: 'Absent before it was raised, or while it was cleared' }),
  after: shownFlag.optional().meta({ description: 'Absent once it was cleared' }),
  reason: clearingReasonSchema.optional().meta({ description: 'Why it was in force no longer' }),
  events: z
    .array(timelineEntrySchema)
    .meta({ description: 'Who did what and when; none where time alone did' }),
});

/** A flag with its sources, and for those who need to know with why, what was decided, and its whole life. */
export const flagResponse = z
  .object({
    id: flagIdSchema,
    state: z.union([flagStateSchema, z.literal('cleared')]),
    flag: shownFlag.optional().meta({ description: 'Absent once it is cleared' }),
    lawfulBasis: z.string().optional().meta({
      description:
        'Of a flag about a person, for those who may see why it stands: the duty under which it is held',
    }),
    basis: z.array(flagBasisSchema).optional(),
    decisions: z.array(decisionSchema).optional().meta({ description: 'The latest of each kind' }),
    history: z
      .array(changeSchema)
      .optional()
      .meta({ description: 'Each change, latest first, with the flag before and after' }),
    next: z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' }),
  })
  .meta({ id: 'FlagWithHistory' });
