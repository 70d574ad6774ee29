import type { HubFlagEvent, SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { fingerprintOf } from '../../core/record/timeline.ts';
import type { Pause } from '../../shell/backoff.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { RecordsStore } from '../../shell/tables/records/records-store.ts';
import { backOff, maximumConflicts } from './back-off.ts';
import { deriveCompanions, makeCommitDue } from './commit-due.ts';
import { commitOnce, type Outcome } from './commit-once.ts';
import { amended, closedUnopened } from './refusals.ts';

export interface CommitDeps {
  store: RecordsStore;
  keep: Keep;
  now: () => Instant;
  pause: Pause;
}
/**
 * Commits events to those of the subjects that they reach, all together: each of them exactly once, whoever else writes and
 * however often it comes.
 * @param conflicts how often a lost optimistic lock is retried.
 * @returns what the outbox now has of it: the relay publishes that in any case.
 */
export type Commit = (
  subjects: readonly Subject[],
  events: readonly SystemEvent[],
  conflicts?: number,
) => Promise<readonly HubFlagEvent[]>;

/**
 * Makes the commit loop: read once, fold, write once. Events that the timelines have already are left out (deduplication);
 * on a version conflict (optimistic lock) everything is read and folded again after a short, random pause.
 * A known id with other content is kept in quarantine as amended, and so is the closing of a case that was never heard
 * to be opened.
 * @throws {HubError} from the commit when every attempt lost the optimistic lock.
 */
export function makeCommit(deps: CommitDeps): Commit {
  const commitDue = makeCommitDue(deps);
  return async (subjects, arrived, conflicts = maximumConflicts) => {
    if (arrived.length === 0) return [];
    const firstOfEach = new Map(arrived.toReversed().map(event => [event.id, event]));
    const events = [...firstOfEach.values()].toReversed();
    const outcome = await commitWithRetry(deps, subjects, events, conflicts);
    const { stands, held, companions, announcements } = outcome;
    const refused = arrived.flatMap(event =>
      fingerprintOf(event) === stands.get(event.id)
        ? (held.get(event.id) ?? []).map(subject => closedUnopened(event, subject))
        : [amended(event)],
    );
    await Promise.all(refused.map(deps.keep));
    await deriveCompanions(commitDue, companions);
    return announcements;
  };
}

/** Gets events into the timelines, however often that has to be retried. */
async function commitWithRetry(
  deps: CommitDeps,
  subjects: readonly Subject[],
  events: readonly SystemEvent[],
  maximum: number,
): Promise<Outcome> {
  for (let conflicts = 0; ; conflicts += 1) {
    const outcome = await commitOnce(deps, subjects, events);
    if (outcome !== undefined) return outcome;
    await backOff(deps.pause, conflicts, maximum);
  }
}
