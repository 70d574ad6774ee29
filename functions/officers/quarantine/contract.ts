import * as z from 'zod';
import { eventIdSchema } from '../../../schemas/envelope.ts';
import { refusalReasonSchema } from '../../../schemas/events/quarantine.ts';
import { personReferenceSchema } from '../../../schemas/reference.ts';
import { pageLimit } from '../../shell/http/page-limit.ts';
import { uprnParameter } from '../../shell/http/uprn-parameter.ts';
import {
  quarantineStateSchema,
  quarantineSummarySchema,
  resolutionSchema,
} from '../../shell/tables/quarantine/item.ts';

/** Filters of the list of what waits. */
export const quarantineQuery = z.object({
  system: z.string().optional().meta({ description: 'What this system sent', example: 'repairs' }),
  reason: refusalReasonSchema.optional().meta({ description: 'Kept for this reason alone' }),
  state: quarantineStateSchema.default('waiting').meta({ description: 'How far it has come' }),
  limit: pageLimit({ most: 100, usual: 50 }),
  cursor: z.string().max(400).optional().meta({ description: 'What the last page gave as `next`' }),
});
export const quarantinePath = z.object({
  id: eventIdSchema.meta({ description: 'The item, as the list has it' }),
});

/** Exactly one of the three. */
export const resolveRequest = z
  .strictObject({
    uprn: uprnParameter.optional().meta({ description: 'The home that is meant: it is learnt for the key' }),
    person: personReferenceSchema
      .optional()
      .meta({ description: 'The person who is meant: they are learnt for the key' }),
    payload: z.json().optional().meta({
      description:
        'The item, corrected: as it is shown, or in its system’s own format; of what was amended, the event as it is shown',
    }),
  })
  .refine(
    ({ uprn, person, payload }) => [uprn, person, payload].filter(one => one !== undefined).length === 1,
    { message: 'give one of uprn, person and payload' },
  );

const summary = quarantineSummarySchema.extend({ resolutions: z.array(resolutionSchema) });
export const quarantineListResponse = z
  .object({
    items: z.array(summary),
    next: z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' }),
  })
  .meta({ id: 'QuarantineList' });
export const quarantineItemResponse = summary
  .extend({
    contentType: z.string(),
    payload: z.unknown().meta({ description: 'As it came: JSON, or text where it is none' }),
    residents: z
      .array(z.object({ person: z.string(), responsible: z.boolean(), name: z.string().optional() }))
      .optional()
      .meta({
        description: 'Of what waits for a person: who lives at `soughtAt` now; one of them may be meant',
      }),
    firstHeard: z.unknown().optional().meta({
      description: 'Of what was amended: the event that was first heard under its id',
    }),
    differs: z
      .array(z.string())
      .optional()
      .meta({
        description: 'The places in which it says something else than that',
        example: ['data.note.text', 'time'],
      }),
    corrected: z.unknown().optional().meta({ description: 'What was put in its place' }),
  })
  .meta({ id: 'QuarantineItem' });
export const resolvedResponse = z
  .object({ id: eventIdSchema, resolution: resolutionSchema })
  .meta({ id: 'Resolved' });
