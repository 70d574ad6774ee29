import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { isCorrecting } from '../../core/record/corrections.ts';
import { foldEvents } from '../../core/record/fold.ts';
import { neverRaised } from '../../core/record/never-raised.ts';
import { type Companions, namedAsOneIn } from '../../core/record/one-person.ts';
import { refoldEvents } from '../../core/record/refold.ts';
import { rowKeysOf } from '../../core/record/rows.ts';
import { fingerprintOf } from '../../core/record/timeline.ts';
import type { Pause } from '../../shell/backoff.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { RecordsStore } from '../../shell/tables/records/records-store.ts';
import { backOff } from './back-off.ts';
import { deriveCompanions, makeCommitDue } from './commit-due.ts';
import { amended, closedUnopened } from './refusals.ts';

export interface CommitDeps {
  store: RecordsStore;
  keep: Keep;
  now: () => Instant;
  pause: Pause;
}
/** Commits events to one subject: each of them exactly once, whoever else writes and however often it comes. */
export type Commit = (subject: Subject, events: readonly SystemEvent[]) => Promise<void>;

/**
 * Makes the commit loop: read once, fold, write once. Events that the timeline has already are left out (deduplication)
 * and the rest is folded again; on a version conflict (optimistic lock) everything is read and folded again after a short,
 * random pause.
 * A known id with other content is kept in quarantine as amended, and so is the closing of a case that was never heard
 * to be opened. An event that corrects an entry has the whole timeline
 * read and folded again: the version, read before it, still guards the write.
 * @throws {HubError} from the commit when every attempt lost the optimistic lock.
 */
export function makeCommit(deps: CommitDeps): Commit {
  const commitDue = makeCommitDue(deps);
  return async (subject, arrived) => {
    const companions: Companions[] = [];
    const meeting = { ...deps, meets: (some: Companions = {}) => void companions.push(some) };
    const firstOfEach = new Map(arrived.toReversed().map(event => [event.id, event]));
    const { fingerprints, held } = await commitWithRetry(
      meeting,
      subject,
      [...firstOfEach.values()].toReversed(),
    );
    const refused = arrived.flatMap(event => {
      if (held.has(event.id)) return [closedUnopened(event, subject)];
      return fingerprintOf(event) === fingerprints.get(event.id) ? [] : [amended(event)];
    });
    await Promise.all(refused.map(deps.keep));
    await deriveCompanions(commitDue, Object.assign({}, ...companions));
  };
}

interface MeetingDeps extends CommitDeps {
  /** Hears who is one with the person who is committed. */
  meets(companions: Companions | undefined): void;
}

/** What the timeline has for each event, and which events it does not have because they are held back. */
interface Committed {
  fingerprints: ReadonlyMap<string, string>;
  held: ReadonlySet<string>;
}

/** Gets events into the timeline, however often that has to be retried. */
async function commitWithRetry(
  deps: MeetingDeps,
  subject: Subject,
  events: readonly SystemEvent[],
  conflicts = 0,
): Promise<Committed> {
  if (events.length === 0) return { fingerprints: new Map(), held: new Set() };
  const result = await commitOnce(deps, subject, events);
  if (result.committed) {
    const fingerprints = new Map(result.taken.map(event => [event.id, fingerprintOf(event)]));
    return { fingerprints, held: new Set(result.held.map(({ id }) => id)) };
  }
  if (result.reason === 'known') {
    const { fingerprints } = result;
    const rest = events.filter(({ id }) => !fingerprints.has(id));
    const committed = await commitWithRetry(deps, subject, rest, conflicts);
    return { ...committed, fingerprints: new Map([...fingerprints, ...committed.fingerprints]) };
  }
  await backOff(deps.pause, conflicts);
  return commitWithRetry(deps, subject, events, conflicts + 1);
}

async function commitOnce(
  { store, now, meets }: MeetingDeps,
  subject: Subject,
  events: readonly SystemEvent[],
) {
  const at = now();
  const others = namedAsOneIn(events, subject);
  const before = await store.read(subject, rowKeysOf(subject, events), others);
  meets(before.companions);
  const held = neverRaised(before, events);
  const taken = events.filter(event => !held.includes(event));
  if (taken.length === 0) return { committed: true as const, taken, held };
  const after = taken.some(isCorrecting)
    ? refoldEvents(before, await store.timeline(subject), taken, at)
    : foldEvents(before, taken, at);
  return { ...(await store.commit({ before, after, events: taken, at })), taken, held };
}
