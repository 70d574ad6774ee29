import type { SystemEvent } from '../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../schemas/reference.ts';
import { isCorrecting } from '../core/record/corrections.ts';
import { foldEvents } from '../core/record/fold.ts';
import { refoldEvents } from '../core/record/refold.ts';
import { rowKeysOf } from '../core/record/rows.ts';
import { fingerprintOf } from '../core/record/timeline.ts';
import type { Pause } from '../shell/backoff.ts';
import { HubError } from '../shell/errors.ts';
import type { Keep } from '../shell/table/quarantine-store.ts';
import type { CommitResult, RecordsStore } from '../shell/table/records-store.ts';
import { amended } from './refusals.ts';

export interface CommitDeps {
  store: RecordsStore;
  keep: Keep;
  now: () => Instant;
  pause: Pause;
}
/** Commits events to one subject: each of them exactly once, whoever else writes and however often it comes. */
export type Commit = (subject: Subject, events: readonly SystemEvent[]) => Promise<void>;

/** How often a commit gives way to other writers before the queue has to bring its events again. */
const maximumConflicts = 16;

/**
 * Makes the commit loop: read once, fold, write once. Events that the timeline has already are left out and the rest is
 * folded again; when another writer was faster, everything is read and folded again after a short, random pause.
 * A known id with other content is kept in quarantine as amended. An event that corrects an entry has the whole timeline
 * read and folded again: the version, read before it, still guards the write.
 * @throws {HubError} from the commit when other writers were faster every time.
 */
export function makeCommit(deps: CommitDeps): Commit {
  return async (subject, arrived) => {
    const firstOfEach = new Map(arrived.toReversed().map(event => [event.id, event]));
    const timeline = await settle(deps, subject, [...firstOfEach.values()].toReversed());
    const others = arrived.filter(event => fingerprintOf(event) !== timeline.get(event.id));
    await Promise.all(others.map(event => deps.keep(amended(event, deps.now()))));
  };
}

/** Gets events into the timeline; answers with the fingerprint that the timeline has for each of them. */
async function settle(
  deps: CommitDeps,
  subject: Subject,
  events: readonly SystemEvent[],
  conflicts = 0,
): Promise<Map<string, string>> {
  if (events.length === 0) return new Map();
  const result = await commitOnce(deps, subject, events);
  if (result.committed) return new Map(events.map(event => [event.id, fingerprintOf(event)]));
  if (result.reason === 'known') {
    const { fingerprints } = result;
    const rest = events.filter(({ id }) => !fingerprints.has(id));
    return new Map([...fingerprints, ...(await settle(deps, subject, rest, conflicts))]);
  }
  if (conflicts === maximumConflicts) {
    throw new HubError('Other writers were faster every time', { retryable: true });
  }
  await deps.pause(conflicts);
  return settle(deps, subject, events, conflicts + 1);
}

async function commitOnce(
  { store, now }: CommitDeps,
  subject: Subject,
  events: readonly SystemEvent[],
): Promise<CommitResult> {
  const at = now();
  const before = await store.read(subject, rowKeysOf(subject, events));
  const after = events.some(isCorrecting)
    ? refoldEvents(before, await store.timeline(subject), events, at)
    : foldEvents(before, events, at);
  return store.commit({ before, after, events, at });
}
