import * as z from 'zod';
import { ApiProblem } from './api-problem.ts';

/** What every decision of an officer comes with. */
export const idempotencyKeyHeader = z.object({
  'idempotency-key': z.string().min(1).max(200).meta({
    description: 'Made up by the caller, once for each decision: the same again has the same answer',
  }),
});

/** A key comes again with something else. */
export function keyUsedOtherwise(): ApiProblem {
  return new ApiProblem({
    status: 422,
    title: 'The key was used before',
    detail: 'You have used this Idempotency-Key for something else: make up a new one for each decision.',
  });
}
