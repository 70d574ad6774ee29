import type { Pause } from '../../shell/backoff.ts';
import { HubError } from '../../shell/errors.ts';

/** How often a commit is retried before whatever asked for it has to come again. */
export const maximumConflicts = 16;

/**
 * Backs off for a short, random time before a retry: the version had changed since it was read (optimistic lock).
 * @param conflicts how often that happened before.
 * @throws {HubError} when it happened on every attempt.
 */
export async function backOff(pause: Pause, conflicts: number, maximum = maximumConflicts): Promise<void> {
  if (conflicts >= maximum) {
    throw new HubError('Every attempt met a version conflict', { retryable: true });
  }
  await pause(conflicts);
}
