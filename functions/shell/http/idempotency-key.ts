import * as z from 'zod';

/** What every decision of an officer comes with. */
export const idempotencyKeyHeader = z.object({
  'idempotency-key': z.string().min(1).max(200).meta({
    description: 'Made up by the caller, once for each decision: the same again has the same answer',
  }),
});
