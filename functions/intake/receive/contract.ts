import * as z from 'zod';
import { eventIdSchema } from '../../../schemas/envelope.ts';
import { subjectSchema } from '../../../schemas/reference.ts';
import { errorSchema } from '../../shell/http/problem-schema.ts';

/** What became of each item that a source system sent. */
export const eventsResponse = z
  .object({
    accepted: z.array(
      z.object({
        row: z.int(),
        events: z.array(z.object({ id: eventIdSchema, type: z.string(), subject: subjectSchema })),
      }),
    ),
    rejected: z.array(z.object({ row: z.int(), problems: z.array(errorSchema) })),
    quarantined: z.array(z.object({ row: z.int(), id: z.string(), reason: z.string() })),
  })
  .meta({ id: 'Received' });
