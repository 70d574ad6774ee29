import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../../../schemas/reference.ts';
import { flagChanges } from '../../../core/flags/history.ts';
import type { Rebuilt } from '../../../core/record/rebuild.ts';
import { fingerprintOf } from '../../../core/record/timeline.ts';
import { chunksOf } from '../../chunks.ts';
import { batchWrite, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { historyItems } from './history-item.ts';
import { eventItemSchema } from './items.ts';
import { eventRows, recordKey, rowKey, shadowKey, shadowRows } from './keys.ts';
import { stored } from './packed.ts';
import { companionChecks, expiryAfter, maximumActions, recordItem } from './record-transaction.ts';
import { placeRows, type RowsInRecord } from './rows-in-record.ts';
import { readRows } from './rows-reader.ts';
import type { WholeSubject } from './whole-subjects.ts';

/** A rebuilt subject that shall take the place of the live one. */
interface Swap {
  whole: WholeSubject;
  rebuilt: Rebuilt;
  /** Whether what the record now says is announced with it; otherwise the next commit does so. */
  announces: boolean;
  at: Instant;
}

/** What a rebuild leaves beside the live rows, under `SHADOW#`, until it is swapped or a week has gone. */
export interface Shadows {
  /** Leaves what would take the place of live rows, instead of what an earlier rebuild left. */
  leave(subject: Subject, rebuilt: Rebuilt, at: Instant): Promise<void>;
  clear(subject: Subject): Promise<void>;
  /** Leaves events that the archive gave back; the same one again changes nothing. */
  leaveEvents(events: readonly { subject: Subject; event: SystemEvent }[], at: Instant): Promise<void>;
  events(subject: Subject): Promise<SystemEvent[]>;
  /**
   * Puts the rebuilt rows in the place of the live ones: all of them or, when anybody committed in between, none of the
   * record. @returns false in that case: what was rebuilt is of yesterday.
   */
  swap(swap: Swap): Promise<boolean>;
}

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;
const shadowDays = 7;
const shadowEvents = `${shadowRows}${eventRows}`;

/** Makes the store of shadows in the records table. */
export function makeShadows(table: Table): Shadows {
  const keysOf = async (subject: Subject) =>
    (await readRows(table, recordKey(subject).pk, shadowRows)).map(({ pk, sk }) => ({
      pk: String(pk),
      sk: String(sk),
    }));
  const clear = async (subject: Subject) => {
    await batchWrite(
      table,
      (await keysOf(subject)).map(remove => ({ remove })),
    );
  };
  return {
    clear,
    async leave(subject, { record, changedRows }, at) {
      const expiresAt = expiryAfter(at, shadowDays);
      const rows = Object.entries(changedRows).map(([sk, row]) => ({ ...shadowKey(subject, sk), row }));
      const items = [{ ...shadowKey(subject, 'RECORD'), record }, ...rows];
      const left = new Set(items.map(({ sk }) => sk));
      const stale = (await keysOf(subject)).filter(({ sk }) => !left.has(sk) && !sk.startsWith(shadowEvents));
      await batchWrite(table, [
        ...items.map(item => ({ put: { ...stored(item), expiresAt } })),
        ...stale.map(remove => ({ remove })),
      ]);
    },
    async leaveEvents(events, at) {
      const expiresAt = expiryAfter(at, shadowDays);
      const items = events.map(({ subject, event }) => ({
        ...shadowKey(subject, `${eventRows}${event.id}#${fingerprintOf(event)}`),
        event,
        expiresAt,
      }));
      const once = new Map(items.map(item => [`${item.pk} ${item.sk}`, item]));
      await batchWrite(
        table,
        [...once.values()].map(item => ({ put: stored(item) })),
      );
    },
    async events(subject) {
      const items = await readRows(table, recordKey(subject).pk, shadowEvents);
      return items.map(item => readItem(table.tableName, eventItemSchema, item).event);
    },
    swap: swap => commitSwap(table, swap),
  };
}

/**
 * The record and its rows fit one transaction almost always. Where they do not, rows go first, each group only while the
 * version is the one that was read: the events of that version make them right, whatever happens before the next group.
 */
async function commitSwap({ client, tableName: TableName }: Table, swap: Swap): Promise<boolean> {
  const { whole, rebuilt, announces, at } = swap;
  const { subject } = whole;
  const condition = asStored(whole);
  const version = whole.version + 1;
  const { flags, announcements, nextDueAt } = rebuilt.unannounced;
  const put = (item: Parameters<typeof stored>[0]) => ({ Put: { TableName, Item: stored(item) } });
  const changes = flagChanges(whole, { version, flags, announcements }, [], at);
  const after = { version, record: rebuilt.record, flags: announces ? flags : whole.flags, nextDueAt };
  const placed = placeRows(recordItem(subject, after), stillIn(whole, rebuilt), rebuilt.changedRows);
  const rows: Actions = [
    ...Object.entries(placed.rows).map(([sk, row]) => put({ ...rowKey(subject, sk), row })),
    ...rebuilt.strayRows.map(sk => ({ Delete: { TableName, Key: rowKey(subject, sk) } })),
  ];
  const last: Actions = [
    { Put: { TableName, Item: placed.record, ...condition } },
    ...companionChecks(TableName, whole.companions),
    ...(announces ? historyItems(subject, version, changes, announcements).map(put) : []),
  ];
  const groups = chunksOf(rows, maximumActions - last.length);
  const guard: Actions = [{ ConditionCheck: { TableName, Key: recordKey(subject), ...condition } }];
  const transactions = [
    ...groups.slice(0, -1).map(group => [...guard, ...group]),
    [...last, ...(groups.at(-1) ?? [])],
  ];
  try {
    for (const TransactItems of transactions) await client.send(new TransactWriteCommand({ TransactItems }));
    return true;
  } catch (error) {
    if (isChanged(error)) return false;
    throw error;
  }
}

/** The rows that lie in the record, as the events have them. */
function stillIn({ inRecord }: WholeSubject, { rows }: Rebuilt): RowsInRecord {
  return Object.fromEntries(inRecord.flatMap(key => (rows[key] === undefined ? [] : [[key, rows[key]]])));
}

/** True while the record is exactly the one that was read, however damaged that is. */
function asStored({ storedVersion }: WholeSubject) {
  if (storedVersion === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' };
  const ExpressionAttributeNames = { '#version': 'version' };
  if (storedVersion.value === undefined) {
    return {
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#version)',
      ExpressionAttributeNames,
    };
  }
  return {
    ConditionExpression: '#version = :read',
    ExpressionAttributeNames,
    ExpressionAttributeValues: { ':read': storedVersion.value },
  };
}

const passing = new Set(['None', 'ConditionalCheckFailed', 'TransactionConflict']);

function isChanged(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false;
  return (error.CancellationReasons ?? []).every(({ Code = 'None' }) => passing.has(Code));
}
