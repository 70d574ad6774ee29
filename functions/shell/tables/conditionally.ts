import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Pause } from '../backoff.ts';
import { HubError } from '../errors.ts';

/** How often a transaction is tried while others write the same items. */
const attempts = 8;

/** Awaits a conditional write. @returns whether its condition held; where it did not, nothing was written. */
export async function conditionally(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/**
 * Awaits a transaction, again after a moment where another one is writing the same items.
 * @returns whether its conditions held; where one did not, nothing was written.
 * @throws {HubError} when others wrote the same at every attempt.
 */
export async function conditionsHold(transact: () => Promise<unknown>, pause: Pause): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await pause(attempt - 1);
    try {
      await transact();
      return true;
    } catch (error) {
      const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
      if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) return false;
      if (!reasons.some(({ Code }) => Code === 'TransactionConflict')) throw error;
    }
  }
  throw new HubError('Others write the same at every attempt', { retryable: true });
}
