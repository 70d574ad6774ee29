import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Subject } from '../../../../schemas/reference.ts';
import type { FlagChange } from '../../../core/flags/history.ts';
import type { FlagIdentity } from '../../../core/record/flag-statement.ts';
import type { TimelineItem } from '../../../core/views/timeline.ts';
import { readItem } from '../read-item.ts';
import { type EventsTable, eventItemsAt } from './event-items.ts';
import { heardPlace, makeReadHeard } from './heard.ts';
import { historyItemSchema, timelineItemSchema } from './items.ts';
import { historyKey } from './keys.ts';

/** Part of a flag's audit, latest first, with the events that its entries name. */
export interface HistoryPage {
  changes: FlagChange[];
  items: TimelineItem[];
  /** The version to go on from, when there is more. */
  next?: number;
}
/** Reads the entries below a version, or the latest. */
export type ReadHistory = (
  subject: Subject,
  flag: FlagIdentity,
  page: { below?: number | undefined; limit: number },
) => Promise<HistoryPage>;

/** Above every version: what a key holds at the most. */
const noVersion = 999_999_999_999;

/** Makes the reader of flags' audits. Entries sort by version, so a page is one query. */
export function makeReadHistory(table: EventsTable): ReadHistory {
  const readHeard = makeReadHeard(table);
  return async (subject, flag, { below = noVersion, limit }) => {
    const [first, last] = [historyKey(subject, flag, 0), historyKey(subject, flag, below - 1)];
    const query = new QueryCommand({
      TableName: table.tableName,
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: limit,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': first.pk, ':first': first.sk, ':last': last.sk },
    });
    const { Items = [], LastEvaluatedKey } = await table.client.send(query);
    const changes = Items.map(item => readItem(table.tableName, historyItemSchema, item).entry.change);
    const heard = await readHeard([...new Set(changes.flatMap(({ events }) => events))]);
    const places = [...heard].map(([id, first]) => ({ subject, happened: heardPlace(id, first) }));
    const stored = await eventItemsAt(table, places);
    const items = stored.map(item => readItem(table.tableName, timelineItemSchema, item));
    const next = LastEvaluatedKey === undefined ? undefined : changes.at(-1)?.version;
    return { changes, items, ...(next === undefined ? {} : { next }) };
  };
}
