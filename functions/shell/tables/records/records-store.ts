import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { PersonReference, Subject } from '../../../../schemas/reference.ts';
import type { Row } from '../../../core/record/row.ts';
import type { Table } from '../batch-requests.ts';
import { type Cancellation, cancellationOf } from '../cancellation.ts';
import { readAtOnce } from '../read-at-once.ts';
import { readItem } from '../read-item.ts';
import { companionsOf } from './companions.ts';
import { type EventsTable, eventItemsAt, type TimelinePlace } from './event-items.ts';
import { type Heard, readHeardItem } from './heard.ts';
import { committedRecordSchema, keptItemSchema, rowItemSchema } from './items.ts';
import { eventKey, heardKey, recordKey, rowKey } from './keys.ts';
import { commitTransactions, type RecordCommit, type SubjectRead } from './record-transaction.ts';
import type { RowsInRecord } from './rows-in-record.ts';
import { makeWholeTimeline, type WholeTimeline } from './whole-timeline.ts';

export type CommitResult = { committed: true } | ({ committed: false } & Cancellation);

/** A subject that is wanted, and the rows of it. */
export interface SubjectWanted {
  subject: Subject;
  rows: readonly string[];
  /** Persons who are to be read beside, because it is decided now whether they are one with this one. */
  others?: readonly PersonReference[];
}
/** Reads and commits subjects of the records table, without their timelines. */
export interface SubjectStore {
  /**
   * A subject as it is now, with those of the rows that exist; version 0 when nothing was heard of it. Of a person, with
   * those who are one with them.
   */
  read(subject: Subject, rows: readonly string[], others?: readonly PersonReference[]): Promise<SubjectRead>;
  /** Several subjects as they all are at one moment, and what ids were first heard to say. */
  readTogether(
    wanted: readonly SubjectWanted[],
    eventIds: readonly string[],
  ): Promise<{ subjects: SubjectRead[]; heard: ReadonlyMap<string, Heard> }>;
  /** Writes a commit in one transaction: all of it or, when the optimistic lock is lost, nothing. */
  commit(commit: RecordCommit): Promise<CommitResult>;
}

/** The same, with timelines: those of the table, and what has left it. */
export interface RecordsStore extends SubjectStore {
  /** The fingerprints of those timeline entries that are there, in the order of the places. */
  fingerprints(places: readonly TimelinePlace[]): Promise<(string | undefined)[]>;
  timeline: WholeTimeline;
}

/** Makes the store of subjects and their timelines. */
export function makeRecordsStore(table: EventsTable): RecordsStore {
  return {
    ...makeSubjectStore(table),
    async fingerprints(places) {
      const items = await eventItemsAt(table, places, ['pk', 'sk', 'fingerprint']);
      const kept = items.map(item => readItem(table.tableName, keptItemSchema, item));
      const found = new Map(kept.map(({ pk, sk, fingerprint }) => [`${pk} ${sk}`, fingerprint]));
      return places.map(({ subject, happened }) => {
        const { pk, sk } = eventKey(subject, happened);
        return found.get(`${pk} ${sk}`);
      });
    },
    timeline: makeWholeTimeline(table),
  };
}

/** Makes the store of the records table. One read and one transaction a commit, however long the history. */
export function makeSubjectStore(table: Table): SubjectStore {
  const { client, tableName } = table;
  const readTogether: SubjectStore['readTogether'] = async (wanted, eventIds) => {
    const ids = eventIds.map(heardKey);
    const all = wanted.map(({ subject, rows }) => [
      recordKey(subject),
      ...rows.map(row => rowKey(subject, row)),
    ]);
    const items = await readAtOnce(table, [...ids, ...all.flat()]);
    const heard = eventIds.flatMap((id, index): [string, Heard][] => {
      const item = items[index];
      return item === undefined ? [] : [[id, readHeardItem(tableName, item)]];
    });
    const subjects: SubjectRead[] = [];
    let place = ids.length;
    for (const [index, one] of wanted.entries()) {
      const { length } = all[index] ?? [];
      const before = beforeOf(tableName, one, items.slice(place, place + length));
      const companions = await companionsOf(table, before, one.others ?? []);
      subjects.push(Object.keys(companions).length === 0 ? before : { ...before, companions });
      place += length;
    }
    return { subjects, heard: new Map(heard) };
  };
  return {
    readTogether,
    async read(subject, rows, others = []) {
      const [before] = (await readTogether([{ subject, rows, others }], [])).subjects;
      if (before === undefined) throw new Error('A subject that was asked for is not there');
      return before;
    },
    async commit(commit) {
      for (const TransactItems of commitTransactions(tableName, commit)) {
        try {
          await client.send(new TransactWriteCommand({ TransactItems }));
        } catch (error) {
          return { committed: false, ...cancellationOf(error) };
        }
      }
      return { committed: true };
    },
  };
}

/** What lies in the record counts: an item of its own is what such a row had earlier, if there is one. */
function beforeOf(
  table: string,
  { subject, rows: wanted }: SubjectWanted,
  [stored, ...found]: readonly (Record<string, unknown> | undefined)[],
): SubjectRead {
  const current = stored === undefined ? undefined : readItem(table, committedRecordSchema, stored);
  const rowsInRecord: RowsInRecord = current?.record.rows ?? {};
  const rows = wanted.flatMap((key, index): [string, Row][] => {
    const [lying, item] = [rowsInRecord[key], found[index]];
    if (lying !== undefined) return [[key, lying]];
    return item === undefined ? [] : [[key, readItem(table, rowItemSchema, item).row]];
  });
  return {
    subject,
    version: current?.version ?? 0,
    record: current?.record.record,
    flags: current?.flags ?? {},
    nextDueAt: current?.nextDueAt,
    rows: Object.fromEntries(rows),
    rowsInRecord,
  };
}
