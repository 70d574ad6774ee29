import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { PersonReference, Subject } from '../../../../schemas/reference.ts';
import type { SubjectBefore } from '../../../core/record/fold.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { type Cancellation, cancellationOf } from '../cancellation.ts';
import { readItem } from '../read-item.ts';
import { companionsOf } from './companions.ts';
import { recordItemSchema, rowItemSchema } from './items.ts';
import { recordKey, rowKey } from './keys.ts';
import { commitTransactions, type RecordCommit } from './record-transaction.ts';
import { makeWholeTimeline, type WholeTimeline } from './whole-timeline.ts';

export type CommitResult = { committed: true } | ({ committed: false } & Cancellation);

/** Reads and commits subjects of the records table. */
export interface RecordsStore {
  /**
   * A subject as it is now, with those of the rows that exist; version 0 when nothing was heard of it. Of a person, with those
   * who are one with them.
   * @param others persons who are to be read beside, because it is decided now whether they are one with this one
   */
  read(
    subject: Subject,
    rows: readonly string[],
    others?: readonly PersonReference[],
  ): Promise<SubjectBefore>;
  timeline: WholeTimeline;
  /** Writes a commit in one transaction: all of it or, when the optimistic lock is lost, nothing. */
  commit(commit: RecordCommit): Promise<CommitResult>;
}

/**
 * Makes the store of the records table. Two reads and one transaction a commit, however long the history. The record is
 * read before its rows: a batch is no snapshot, and rows of a later version than the record's are found out when the
 * version is no longer the one that was read, while rows of an earlier one would overwrite what others have committed.
 */
export function makeRecordsStore(table: Table): RecordsStore {
  return {
    async read(subject, rows, others = []) {
      const consistent = { consistent: true };
      const current = await batchGet(table, [recordKey(subject)], consistent);
      const keys = rows.map(row => rowKey(subject, row));
      const items = [...current, ...(await batchGet(table, keys, consistent))];
      const before = beforeOf(table.tableName, subject, items);
      const companions = await companionsOf(table, before, others);
      return Object.keys(companions).length === 0 ? before : { ...before, companions };
    },
    timeline: makeWholeTimeline(table),
    async commit(commit) {
      const transactions = commitTransactions(table.tableName, commit);
      const last = transactions.at(-1);
      for (const actions of transactions) {
        try {
          await table.client.send(new TransactWriteCommand({ TransactItems: actions }));
        } catch (error) {
          return { committed: false, ...cancelled(error, commit, actions === last ? actions : []) };
        }
      }
      return { committed: true };
    },
  };
}

/** A claim is the last action of a commit. */
function cancelled(error: unknown, { events, claim }: RecordCommit, last: readonly unknown[]): Cancellation {
  if (last.length === 0) return cancellationOf(error, []);
  return cancellationOf(error, events, claim === undefined ? undefined : last.length - 1);
}

function beforeOf(table: string, subject: Subject, items: readonly Record<string, unknown>[]): SubjectBefore {
  const { sk } = recordKey(subject);
  const stored = items.find(item => item['sk'] === sk);
  const rows = items.filter(item => item !== stored).map(item => readItem(table, rowItemSchema, item));
  const current = stored === undefined ? undefined : readItem(table, recordItemSchema, stored);
  return {
    subject,
    version: current?.version ?? 0,
    record: current?.record,
    flags: current?.flags ?? {},
    nextDueAt: current?.nextDueAt,
    rows: Object.fromEntries(rows.map(item => [item.sk, item.row])),
  };
}
