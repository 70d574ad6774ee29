import type { Pause } from '../../shell/backoff.ts';
import { HubError } from '../../shell/errors.ts';

/** How often a commit gives way to other writers before whatever asked for it has to come again. */
const maximumConflicts = 16;

/**
 * Waits a short, random time because another writer was faster.
 * @param conflicts how often that happened before.
 * @throws {HubError} when it happened every time.
 */
export async function giveWay(pause: Pause, conflicts: number): Promise<void> {
  if (conflicts === maximumConflicts) {
    throw new HubError('Other writers were faster every time', { retryable: true });
  }
  await pause(conflicts);
}
