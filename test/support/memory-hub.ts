import { flagsOf } from '../../functions/core/flags/derive.ts';
import { isCorrecting } from '../../functions/core/record/corrections.ts';
import { foldEvents } from '../../functions/core/record/fold.ts';
import { refoldEvents } from '../../functions/core/record/refold.ts';
import { rowKeysOf } from '../../functions/core/record/rows.ts';
import type { Announced, Row, SubjectRecord } from '../../functions/core/record/subject-record.ts';
import { fingerprintOf } from '../../functions/core/record/timeline.ts';
import type { HubFlagEvent, SystemEvent } from '../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../schemas/reference.ts';

interface Stored {
  version: number;
  record: SubjectRecord;
  announced: Announced;
  rows: Record<string, Row>;
  timeline: Map<string, string>;
  events: readonly SystemEvent[];
}

/** The whole hub as a fold over memory: what the table and its transactions do, without either. */
export function memoryHub() {
  const subjects = new Map<Subject, Stored>();
  const announcements: HubFlagEvent[] = [];

  function commit(subject: Subject, events: readonly SystemEvent[], at: Instant): void {
    const stored = subjects.get(subject);
    const fresh = new Map(
      events.filter(({ id }) => !stored?.timeline.has(id)).map(event => [event.id, event]),
    );
    if (fresh.size === 0) return;
    const batch = [...fresh.values()];
    const keys = rowKeysOf(subject, batch);
    const rows = Object.fromEntries(Object.entries(stored?.rows ?? {}).filter(([key]) => keys.includes(key)));
    const before = {
      subject,
      version: stored?.version ?? 0,
      record: stored?.record,
      announced: stored?.announced ?? {},
      rows,
    };
    const after = batch.some(isCorrecting)
      ? refoldEvents(before, stored?.events ?? [], batch, at)
      : foldEvents(before, batch, at);
    announcements.push(...after.announcements);
    subjects.set(subject, {
      version: after.version,
      record: after.record,
      announced: after.announced,
      rows: { ...stored?.rows, ...after.changedRows },
      timeline: new Map([
        ...(stored?.timeline ?? []),
        ...batch.map((event): [string, string] => [event.id, fingerprintOf(event)]),
      ]),
      events: [...(stored?.events ?? []), ...batch],
    });
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
    record: (subject: Subject) => subjects.get(subject)?.record,
    stored: (subject: Subject) => subjects.get(subject),
    flags: (subject: Subject, at: Instant) => {
      const record = subjects.get(subject)?.record;
      return record === undefined ? [] : Object.keys(flagsOf(record, at)).sort();
    },
    /** Every record with its rows and the flags that stand at an instant, to compare two hubs byte for byte. */
    state: (at: Instant) =>
      Object.fromEntries(
        [...subjects].map(([subject, { record, rows, timeline }]) => [
          subject,
          { record, rows, flags: flagsOf(record, at), timeline: Object.fromEntries(timeline) },
        ]),
      ),
  };
}
