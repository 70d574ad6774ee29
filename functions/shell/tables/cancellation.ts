import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

/** Why a commit was cancelled: another writer, or an officer asked before under the same id, for this or something else. */
export type Cancellation = { reason: 'conflict' } | { reason: 'asked'; content: string | undefined };

/** What passes by itself: somebody else writes the same items now, or the table is asked too much. */
const passing = new Set([
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/** The old row as DynamoDB returns it with the reason: attribute values, not plain data. */
const oldRowSchema = z.object({ asked: z.object({ S: z.string() }).optional() });

/** Whether everything that cancelled a transaction passes by itself. */
export function isPassing({ CancellationReasons = [] }: TransactionCanceledException): boolean {
  const codes = CancellationReasons.flatMap(({ Code }) =>
    Code === undefined || Code === 'None' ? [] : [Code],
  );
  return codes.length > 0 && codes.every(code => passing.has(code));
}

/**
 * Reads why a commit was cancelled. DynamoDB gives a reason for each action; only an action that claims an id for what an
 * officer asks shows the row that is there.
 * @throws the error itself when it is no cancellation, or one that will not pass.
 */
export function cancellationOf(error: unknown): Cancellation {
  if (!(error instanceof TransactionCanceledException) || !isPassing(error)) throw error;
  const [row] = (error.CancellationReasons ?? []).flatMap(({ Item }) => (Item === undefined ? [] : [Item]));
  if (row === undefined) return { reason: 'conflict' };
  return { reason: 'asked', content: oldRowSchema.parse(row).asked?.S };
}
