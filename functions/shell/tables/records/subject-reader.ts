import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import type { Subject } from '../../../../schemas/reference.ts';
import { correctableBy, correctionKey } from '../../../core/record/corrections.ts';
import type { Row } from '../../../core/record/row.ts';
import type { StoredSubject } from '../../../core/views/stored-subject.ts';
import type { TimelineItem } from '../../../core/views/timeline.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { type EventsTable, eventItemsAt, type TimelinePlace } from './event-items.ts';
import {
  committedItemSchema,
  correctionItemSchema,
  recordItemSchema,
  rowItemSchema,
  rowsInRecordItemSchema,
} from './items.ts';
import { recordKey, rowKey } from './keys.ts';
import { readTimeline, type TimelinePosition, type TimelineQuery } from './timeline-page.ts';

/** Reads what `record` has committed; it cannot write. */
export interface SubjectReader {
  /** @throws {DamagedItem} when one of them is damaged: of such a one nothing is known, which is not that there is nothing. */
  subjects(subjects: readonly Subject[]): Promise<ReadonlyMap<Subject, StoredSubject & { version: number }>>;
  /** Those of the rows that exist: mostly one read, since what was changed last lies in the record. */
  rows(subject: Subject, keys: readonly string[]): Promise<Row[]>;
  /** Those of the events that there are, by their places in timelines. */
  events(places: readonly TimelinePlace[]): Promise<SystemEvent[]>;
  timeline(query: TimelineQuery): Promise<{ items: TimelineItem[]; next?: TimelinePosition }>;
}

/** Makes the reader of the records table. */
export function makeSubjectReader(table: EventsTable): SubjectReader {
  return {
    async subjects(subjects) {
      const keys = [...new Set(subjects)].map(recordKey);
      const items = await batchGet(table, keys, { consistent: true });
      const stored = items.map(item => readItem(table.tableName, recordItemSchema, item));
      return new Map(stored.map(one => [one.record.subject, one]));
    },
    async rows(subject, keys) {
      // One after the other: what leaves the record in between is an item then.
      const records = await batchGet(table, [recordKey(subject)], {
        consistent: true,
        attributes: ['record'],
      });
      const [lying = {}] = records.map(
        item => readItem(table.tableName, rowsInRecordItemSchema, item).record,
      );
      const missing = keys.filter(key => lying[key] === undefined).map(key => rowKey(subject, key));
      const items = await batchGet(table, missing, { consistent: true });
      const others = items.map(item => readItem(table.tableName, rowItemSchema, item).row);
      return [...keys.flatMap(key => lying[key] ?? []), ...others];
    },
    async events(places) {
      const items = await eventItemsAt(table, places);
      return items.map(item => readItem(table.tableName, committedItemSchema, item).event);
    },
    async timeline(query) {
      const page = await readTimeline(table, query);
      return { ...page, items: await withCorrections(table, query.subject, page.items) };
    },
  };
}

/**
 * Marks what was corrected. Only events of entries that can be corrected are asked about; one that stands in another's place
 * happened when that did, and is beside it.
 */
async function withCorrections(
  table: Table,
  subject: Subject,
  items: readonly TimelineItem[],
): Promise<TimelineItem[]> {
  const entries = items.flatMap(({ event }) => correctableBy(event));
  const keys = [...new Set(entries)].map(entry => rowKey(subject, correctionKey(entry)));
  const rows = await batchGet(table, keys, { consistent: true });
  const corrections = new Map(
    rows.map(item => {
      const { sk, row } = readItem(table.tableName, correctionItemSchema, item);
      return [sk, row.by.id];
    }),
  );
  const replaced = new Map(items.map(({ event }) => [event.corrects, event.id]));
  return items.map(item => {
    const [correctedBy = replaced.get(item.event.id)] = correctableBy(item.event).flatMap(
      entry => corrections.get(correctionKey(entry)) ?? [],
    );
    return correctedBy ? { ...item, correctedBy } : item;
  });
}
