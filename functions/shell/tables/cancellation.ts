import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { SystemEvent } from '../../../schemas/catalogue.ts';

/** Why a commit was cancelled: events that are in the timeline already, an id used for something else, or another writer. */
export type Cancellation =
  | { reason: 'known'; fingerprints: ReadonlyMap<string, string> }
  | { reason: 'used' }
  | { reason: 'conflict' };

/** What passes by itself: somebody else writes the same items now, or the table is asked too much. */
const passing = new Set([
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/** The old row as DynamoDB returns it with the reason: attribute values, not plain data. */
const oldRowSchema = z.object({ fingerprint: z.object({ S: z.string() }) });

/**
 * Reads why a commit was cancelled. DynamoDB gives a reason for each action, and the events come first.
 * @param claimed which of the actions claims an id, where one does
 * @returns the known events with the fingerprints of their rows; otherwise a conflict, to be folded again.
 * @throws the error itself when it is no cancellation, or one that will not pass.
 */
export function cancellationOf(
  error: unknown,
  events: readonly SystemEvent[],
  claimed?: number,
): Cancellation {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const reasons = error.CancellationReasons ?? [];
  const known = events.flatMap((event, index) => {
    const reason = reasons[index];
    if (reason?.Code !== 'ConditionalCheckFailed') return [];
    return [[event.id, oldRowSchema.parse(reason.Item).fingerprint.S] as const];
  });
  if (known.length > 0) return { reason: 'known', fingerprints: new Map(known) };
  const claim = claimed === undefined ? undefined : reasons[claimed];
  if (claim?.Code === 'ConditionalCheckFailed') return { reason: 'used' };
  const codes = reasons.map(reason => reason.Code).filter(code => code !== undefined && code !== 'None');
  if (codes.length > 0 && codes.every(code => code !== undefined && passing.has(code)))
    return { reason: 'conflict' };
  throw error;
}
