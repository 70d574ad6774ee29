import type { HubFlagEvent, SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { isCorrecting } from '../../core/record/corrections.ts';
import { foldEvents } from '../../core/record/fold.ts';
import { neverRaised } from '../../core/record/never-raised.ts';
import { type Companions, namedAsOneIn } from '../../core/record/one-person.ts';
import { reachedBy } from '../../core/record/reach.ts';
import { refoldEvents } from '../../core/record/refold.ts';
import { rowKeysOf } from '../../core/record/rows.ts';
import type { SubjectCommit, SubjectRead } from '../../shell/tables/records/record-transaction.ts';
import type { RecordsStore } from '../../shell/tables/records/records-store.ts';
import { arrivedAt, type Seen, seenBefore } from './seen-before.ts';

interface OnceDeps {
  store: RecordsStore;
  now: () => Instant;
}
/** What became of events. */
export interface Outcome {
  /** The fingerprint of what each id stands for. */
  stands: ReadonlyMap<string, string>;
  /** The subjects that hold an event back. */
  held: ReadonlyMap<string, readonly Subject[]>;
  /** Who is one with the persons among the subjects. */
  companions: Companions;
  /** What it wrote into the outbox of the hub's own. */
  announcements: readonly HubFlagEvent[];
}

/**
 * Reads, folds and writes once. An event that corrects an entry has the whole timeline read and folded again: the version,
 * read before it, still guards the write.
 * @returns nothing when somebody else has written meanwhile.
 */
export async function commitOnce(
  deps: OnceDeps,
  subjects: readonly Subject[],
  events: readonly SystemEvent[],
): Promise<Outcome | undefined> {
  const at = deps.now();
  const wanted = subjects.map(subject => {
    const own = events.filter(event => reachedBy(event).includes(subject));
    return { subject, rows: rowKeysOf(subject, own), others: namedAsOneIn(own, subject) };
  });
  const read = await deps.store.readTogether(
    wanted,
    events.map(({ id }) => id),
  );
  const seen = await seenBefore(deps.store, subjects, events, read.heard);
  const commits: SubjectCommit[] = [];
  const held = new Map<string, Subject[]>();
  for (const before of read.subjects) {
    const arrived = arrivedAt(before.subject, seen);
    const heldBack = neverRaised(before, arrived);
    for (const { id } of heldBack) held.set(id, [...(held.get(id) ?? []), before.subject]);
    const taken = arrived.filter(event => !heldBack.includes(event));
    if (taken.length > 0) commits.push(await committing(deps.store, before, taken, at));
  }
  const heard = seen.filter(({ heard }) => heard === undefined).map(({ event }) => ({ event }));
  if (commits.length + heard.length > 0) {
    const { committed } = await deps.store.commit({ subjects: commits, heard });
    if (!committed) return undefined;
  }
  return {
    ...{ stands: standsFor(seen), held, companions: companionsIn(read.subjects) },
    announcements: commits.flatMap(({ after }) => after.announcements),
  };
}

async function committing(
  store: RecordsStore,
  before: SubjectRead,
  events: readonly SystemEvent[],
  at: Instant,
): Promise<SubjectCommit> {
  const after = events.some(isCorrecting)
    ? refoldEvents(before, await store.timeline(before.subject), events, at)
    : foldEvents(before, events, at);
  return { before, after, events, at };
}

function standsFor(seen: readonly Seen[]): Map<string, string> {
  return new Map(seen.map(({ event, stands }) => [event.id, stands]));
}

function companionsIn(subjects: readonly SubjectRead[]): Companions {
  return Object.assign({}, ...subjects.map(({ companions = {} }) => companions));
}
