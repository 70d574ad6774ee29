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
  return (await outcomeOf(transact, pause)) === 'written';
}

/** What came of a write: where a condition did not hold, nothing was written, to an item that is there or is not. */
export type Outcome = 'written' | 'refused' | 'not there';

/**
 * Awaits a conditional write or a transaction of several, again after a moment where another one is writing the same items.
 * Whether the item is there is known of conditions that return it (`ReturnValuesOnConditionCheckFailure`).
 * @throws {HubError} when others wrote the same at every attempt.
 */
export async function outcomeOf(write: () => Promise<unknown>, pause: Pause): Promise<Outcome> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await pause(attempt - 1);
    try {
      await write();
      return 'written';
    } catch (error) {
      const outcome = failureOf(error);
      if (outcome === undefined) throw error;
      if (outcome !== 'conflict') return outcome;
    }
  }
  throw new HubError('Others write the same at every attempt', { retryable: true });
}

/** Why nothing was written, where that is by a condition or by somebody else who was writing. */
function failureOf(error: unknown): 'refused' | 'not there' | 'conflict' | undefined {
  const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
  const failed =
    error instanceof ConditionalCheckFailedException
      ? error
      : reasons.find(({ Code }) => Code === 'ConditionalCheckFailed');
  if (failed !== undefined) return failed.Item === undefined ? 'not there' : 'refused';
  return reasons.some(({ Code }) => Code === 'TransactionConflict') ? 'conflict' : undefined;
}
