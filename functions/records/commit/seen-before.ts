import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { generationIn } from '../../core/encryption/generation.ts';
import { cameOutOfQuarantine } from '../../core/envelope/complete-event.ts';
import { reachedBy } from '../../core/record/reach.ts';
import { fingerprintOf, happenedKey } from '../../core/record/timeline.ts';
import { type Heard, heardPlace } from '../../shell/tables/records/heard.ts';
import type { RecordsStore } from '../../shell/tables/records/records-store.ts';

/** An event, and what was heard under its id before. */
export interface Seen {
  event: SystemEvent;
  heard: Heard | undefined;
  /** The fingerprint of what its id stands for: another one than its own, and it is amended. */
  stands: string;
  /** The subjects that have it in their timelines. */
  known: ReadonlySet<Subject>;
}

/**
 * Compares events with what their ids were first heard to say, and finds out which subjects have them already. What came out
 * of quarantine is compared only with what is in a timeline: an officer has seen it.
 * Nothing is read of an id that was never heard: what is in a timeline was.
 */
export async function seenBefore(
  store: Pick<RecordsStore, 'fingerprints'>,
  subjects: readonly Subject[],
  events: readonly SystemEvent[],
  heardBefore: ReadonlyMap<string, Heard>,
): Promise<Seen[]> {
  const places = events.flatMap(event => {
    const heard = heardBefore.get(event.id);
    if (heard === undefined) return [];
    const reached = subjects.filter(subject => reachedBy(event).includes(subject));
    const where = new Set([heardPlace(event.id, heard), happenedKey(event)]);
    return reached.flatMap(subject => [...where].map(happened => ({ subject, id: event.id, happened })));
  });
  const found = places.length === 0 ? [] : await store.fingerprints(places);
  const inTimelines = places.flatMap(({ subject, id }, index) => {
    const fingerprint = found[index];
    return fingerprint === undefined ? [] : [{ subject, id, fingerprint }];
  });
  return events.map(event => {
    const heard = heardBefore.get(event.id);
    const kept = inTimelines.filter(({ id }) => id === event.id);
    const own = fingerprintOf(event);
    const said = heard === undefined || cameOutOfQuarantine(event) ? [] : [heard.fingerprint];
    const other = isComparable(event, heard)
      ? [...said, ...kept.map(({ fingerprint }) => fingerprint)].find(one => one !== own)
      : undefined;
    return { event, heard, stands: other ?? own, known: new Set(kept.map(({ subject }) => subject)) };
  });
}

/**
 * Whether an event differs from what its id was first heard to say only where it says something else. What is said again after
 * the first key was destroyed is encrypted with another one: it is known, and what was erased does not come back.
 */
function isComparable({ data }: SystemEvent, heard: Heard | undefined): boolean {
  return heard === undefined || generationIn(data) <= (heard.generation ?? 1);
}

/**
 * What is new to a subject. What is heard again with another time, because nobody said when it happened, happened when it was
 * first heard.
 */
export function arrivedAt(subject: Subject, seen: readonly Seen[]): SystemEvent[] {
  return seen.flatMap(({ event, heard, stands, known }) => {
    if (!reachedBy(event).includes(subject) || known.has(subject)) return [];
    const own = fingerprintOf(event);
    if (stands !== own) return [];
    return heard?.fingerprint === own ? [{ ...event, time: heard.happened }] : [event];
  });
}
