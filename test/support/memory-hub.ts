import canonicalize from 'canonicalize';
import { shownOf } from '../../functions/core/flags/as-one.ts';
import { flagsOf } from '../../functions/core/flags/derive.ts';
import { isCorrecting } from '../../functions/core/record/corrections.ts';
import { foldEvents } from '../../functions/core/record/fold.ts';
import { neverRaised } from '../../functions/core/record/never-raised.ts';
import {
  type Companion,
  type Companions,
  namedAsOne,
  namedAsOneIn,
} from '../../functions/core/record/one-person.ts';
import { refoldEvents } from '../../functions/core/record/refold.ts';
import type { Row } from '../../functions/core/record/row.ts';
import { rowKeysOf } from '../../functions/core/record/rows.ts';
import type { LiveFlags, SubjectRecord } from '../../functions/core/record/subject-record.ts';
import { fingerprintOf } from '../../functions/core/record/timeline.ts';
import type { HubFlagEvent, SystemEvent } from '../../schemas/catalogue.ts';
import type { Flag } from '../../schemas/flags.ts';
import type { Instant, Subject } from '../../schemas/reference.ts';

interface Stored {
  version: number;
  record: SubjectRecord;
  flags: LiveFlags;
  rows: Record<string, Row>;
  timeline: Map<string, string>;
  events: readonly SystemEvent[];
}
type Held = Map<string, SystemEvent>;

/** The whole hub as a fold over memory: what the table and its transactions do, without either. */
export function memoryHub() {
  const subjects = new Map<Subject, Stored>();
  const announcements: HubFlagEvent[] = [];
  const quarantine = new Map<Subject, Held>();

  function commit(subject: Subject, events: readonly SystemEvent[], at: Instant): void {
    const stored = subjects.get(subject);
    const fresh = new Map(
      events.filter(({ id }) => !stored?.timeline.has(id)).map(event => [event.id, event]),
    );
    const held: Held = quarantine.get(subject) ?? new Map();
    const waiting = neverRaised({ subject, rows: stored?.rows ?? {} }, [...fresh.values()]);
    for (const event of waiting) held.set(event.id, event);
    quarantine.set(subject, held);
    const batch = [...fresh.values()].filter(event => !waiting.includes(event));
    if (batch.length === 0) return;
    const keys = rowKeysOf(subject, batch);
    const rows = Object.fromEntries(Object.entries(stored?.rows ?? {}).filter(([key]) => keys.includes(key)));
    const before = {
      subject,
      version: stored?.version ?? 0,
      record: stored?.record,
      flags: stored?.flags ?? {},
      rows,
      companions: companionsOf(subject, stored?.record, batch),
    };
    const after = batch.some(isCorrecting)
      ? refoldEvents(before, stored?.events ?? [], batch, at)
      : foldEvents(before, batch, at);
    announcements.push(...after.announcements);
    subjects.set(subject, {
      version: after.version,
      record: after.record,
      flags: after.flags,
      rows: { ...stored?.rows, ...after.changedRows },
      timeline: new Map([
        ...(stored?.timeline ?? []),
        ...batch.map((event): [string, string] => [event.id, fingerprintOf(event)]),
      ]),
      events: [...(stored?.events ?? []), ...batch],
    });
    release(subject, at);
    deriveAll(before.companions, at);
  }

  /** Those who are one with a person, and those of whom events say so, as they are now. */
  function companionsOf(
    subject: Subject,
    record: SubjectRecord | undefined,
    events: readonly SystemEvent[] = [],
  ): Companions {
    const found: Record<string, Companion> = {};
    const wanted = [...namedAsOne(record), ...namedAsOneIn(events, subject)];
    for (const person of wanted) {
      if (`person/${person}` === subject || Object.hasOwn(found, person)) continue;
      const { version = 0, record: other } = subjects.get(`person/${person}`) ?? {};
      found[person] = { version, record: other };
      wanted.push(...namedAsOne(other));
    }
    return found;
  }

  function deriveAll(companions: Companions, at: Instant): void {
    for (const person of Object.keys(companions)) derive(`person/${person}` as Subject, at);
  }

  /** What shows of a subject at an instant, although nothing was heard of it. */
  function derive(subject: Subject, at: Instant): void {
    const stored = subjects.get(subject);
    if (stored === undefined) return;
    const companions = companionsOf(subject, stored.record);
    const after = foldEvents({ ...stored, subject, rows: {}, companions }, [], at);
    const changed =
      after.announcements.length > 0 || canonicalize(after.flags) !== canonicalize(stored.flags);
    announcements.push(...after.announcements);
    if (changed) subjects.set(subject, { ...stored, version: after.version, flags: after.flags });
  }

  /** What no longer waits for its opening is submitted again. */
  function release(subject: Subject, at: Instant): void {
    const held = quarantine.get(subject) ?? new Map();
    const still = neverRaised({ subject, rows: subjects.get(subject)?.rows ?? {} }, [...held.values()]);
    const released = [...held.values()].filter(event => !still.includes(event));
    for (const { id } of released) held.delete(id);
    if (released.length > 0) commit(subject, released, at);
  }

  return {
    announcements,
    /** Hears a batch of events, as `record` would. */
    hear(events: readonly SystemEvent[], at: Instant): void {
      const touched = new Set(events.flatMap(({ data }) => data.subjects.map(({ subject }) => subject)));
      for (const subject of touched) {
        commit(
          subject,
          events.filter(({ data }) => data.subjects.some(other => other.subject === subject)),
          at,
        );
      }
    },
    /** Does what time alone brings by an instant, as `watch` would for every subject. */
    tick(at: Instant): void {
      for (const subject of subjects.keys()) derive(subject, at);
    },
    record: (subject: Subject) => subjects.get(subject)?.record,
    stored: (subject: Subject) => subjects.get(subject),
    /** Every flag that lives, those of a subject together, by id; from a subject on. */
    async *flagged(from: Subject | '' = ''): AsyncGenerator<Flag> {
      for (const [subject, { flags }] of [...subjects].sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (subject >= from) yield* Object.values(flags).sort((a, b) => (a.id < b.id ? -1 : 1));
      }
    },
    /** The ids of closings that wait until their case is heard to be opened. */
    waiting: (): string[] => [...quarantine.values()].flatMap(held => [...held.keys()]).sort(),
    flags: (subject: Subject, at: Instant) => {
      const record = subjects.get(subject)?.record;
      const shown = record && shownOf(record, companionsOf(subject, record), at);
      return shown === undefined ? [] : Object.keys(flagsOf(shown, at)).sort();
    },
    /** Every record with its rows and the flags that stand at an instant, to compare two hubs byte for byte. */
    state: (at: Instant) =>
      Object.fromEntries(
        [...subjects].map(([subject, { record, rows, timeline }]) => {
          const shown = shownOf(record, companionsOf(subject, record), at);
          const flags = shown === undefined ? {} : flagsOf(shown, at);
          return [subject, { record, rows, flags, timeline: Object.fromEntries(timeline) }];
        }),
      ),
  };
}
