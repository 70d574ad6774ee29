import * as z from 'zod';
import { auditedReadSchema } from '../../core/audit/audited-read.ts';
import { pageLimit } from '../../shell/http/page-limit.ts';
import { isPeriod, noPeriod, timestampParameter } from '../../shell/http/timestamp.ts';

const page = {
  from: timestampParameter.optional().meta({ description: 'Read at or after this date or instant' }),
  until: timestampParameter.optional().meta({ description: 'Read before this date or instant' }),
  limit: pageLimit({ most: 200, usual: 50 }),
  cursor: z.string().max(600).optional().meta({ description: 'What the last page gave as `next`' }),
};

/** Which reads: what was shown of a subject, or by whom, or both. */
export const readsQuery = z
  .object({
    subject: z
      .string()
      .regex(
        /^(property|person|quarantine|worklist|officer|audit)\/\S+$/,
        'a subject is property/…, person/…, quarantine/… or worklist/…',
      )
      .max(200)
      .optional()
      .meta({ description: 'Of whom or what something was shown', example: 'property/200000471104' }),
    officer: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'The subject of the officer’s token' }),
    ...page,
  })
  .refine(isPeriod, noPeriod)
  .refine(({ subject, officer }) => subject !== undefined || officer !== undefined, {
    message: 'give a subject, an officer or both',
    path: ['query'],
  });

/** When break-glass access was used. */
export const breakGlassQuery = z.object(page).refine(isPeriod, noPeriod);

/** Reads, latest first: one entry for each subject that a read showed something of. */
export const readsResponse = z
  .object({
    reads: z.array(auditedReadSchema),
    next: z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' }),
  })
  .meta({ id: 'AuditedReads' });
