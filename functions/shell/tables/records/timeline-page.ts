import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Subject } from '../../../../schemas/reference.ts';
import { reaches } from '../../../core/record/periods.ts';
import type { TimelineItem } from '../../../core/views/timeline.ts';
import type { Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { type EventItem, type EventsTable, movedItems, once } from './event-items.ts';
import { timelineItemSchema } from './items.ts';
import { eventKey, eventRows, recordKey } from './keys.ts';
import { readMovedPeriods } from './moved-periods.ts';

/** What part of a timeline is wanted: latest first. */
export interface TimelineQuery {
  subject: Subject;
  /** Instants, the first included, the second not. */
  from?: string | undefined;
  until?: string | undefined;
  /** A whole event type or the beginning of one: `housing.repair.`. */
  type?: string | undefined;
  /** The event after which to go on: what `next` said. It may have left the table meanwhile. */
  after?: TimelinePosition | undefined;
  limit: number;
}
/** An event by its place in the timeline, as `happenedKey` has it. */
export interface TimelinePosition {
  happened: string;
}

interface Items {
  items: readonly EventItem[];
  /** Where the table was left; nothing when it has no more. */
  next?: TimelinePosition | undefined;
}

const [earliest, latest] = ['0000', '9999'];

/**
 * A page of a timeline: the rows of the table, then which periods have moved, and those of them that the page reaches, until it
 * is full. A page that no period reaches reads none.
 */
export async function readTimeline(table: EventsTable, query: TimelineQuery) {
  const { subject, from = earliest, until = latest, limit, after } = query;
  const rows = await rowsOf(table, query);
  const moved = (await readMovedPeriods(table, [subject])).get(subject) ?? [];
  const [low, high] = [rows.next?.happened ?? from, after?.happened ?? until];
  const periods = moved.filter(period => reaches(period, low, high));
  const isWanted = isWithin(query, low);
  let items = inOrder(rows.items);
  while (periods.length > 0 && !isFull(items, limit, periods[0])) {
    const more = await movedItems(table, subject, periods.shift() ?? '');
    items = inOrder([...items, ...more.filter(isWanted)]);
  }
  const page = items.slice(0, limit);
  const last = page.at(-1);
  const hasMore = items.length > limit || periods.length > 0 || rows.next !== undefined;
  return {
    items: page.map((item): TimelineItem => readItem(table.tableName, timelineItemSchema, item)),
    ...(hasMore && last !== undefined && { next: positionOf(last) }),
  };
}

/** Whether nothing of a period, the latest that was not looked at, can be on the page. */
function isFull(items: readonly EventItem[], limit: number, period = ''): boolean {
  const last = items[limit - 1];
  return last !== undefined && positionOf(last).happened.slice(0, period.length) > period;
}

/** Whether what has moved is asked for, and lies in what was looked through of the table. */
function isWithin({ from = earliest, until = latest, type = '', after }: TimelineQuery, low: string) {
  return (item: EventItem) => {
    const { happened } = positionOf(item);
    const isBefore = happened < until && (after === undefined || happened < after.happened);
    return happened >= from && happened >= low && isBefore && String(item['type']).startsWith(type);
  };
}

function inOrder(items: readonly EventItem[]): EventItem[] {
  return once(items).toSorted((one, other) => (one.sk > other.sk ? -1 : 1));
}

async function rowsOf({ client, tableName }: Table, query: TimelineQuery): Promise<Items> {
  const items: EventItem[] = [];
  let next = query.after;
  do {
    const command = new QueryCommand(queryOf(tableName, query, next, query.limit - items.length));
    const answer = await client.send(command);
    items.push(...((answer.Items ?? []) as EventItem[]));
    next = answer.LastEvaluatedKey && positionOf({ sk: String(answer.LastEvaluatedKey['sk']) });
  } while (next !== undefined && items.length < query.limit);
  return { items, next };
}

/** Sort keys of events begin with the instant, so the second bound leaves out what happened at it. */
function queryOf(
  TableName: string,
  { subject, from = earliest, until = latest, type }: TimelineQuery,
  after: TimelinePosition | undefined,
  Limit: number,
) {
  return {
    TableName,
    ConsistentRead: true,
    ScanIndexForward: false,
    Limit,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
    ...(type === undefined
      ? {}
      : { FilterExpression: 'begins_with(#type, :type)', ExpressionAttributeNames: { '#type': 'type' } }),
    ExpressionAttributeValues: {
      ':pk': recordKey(subject).pk,
      ':from': `${eventRows}${from}`,
      ':until': `${eventRows}${until}`,
      ...(type === undefined ? {} : { ':type': type }),
    },
    ...(after === undefined ? {} : { ExclusiveStartKey: eventKey(subject, after.happened) }),
  };
}

function positionOf({ sk }: Pick<EventItem, 'sk'>): TimelinePosition {
  return { happened: sk.slice(eventRows.length) };
}
