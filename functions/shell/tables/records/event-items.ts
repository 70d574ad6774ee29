import type { Subject } from '../../../../schemas/reference.ts';
import type { Period } from '../../../core/record/periods.ts';
import { chunksOf } from '../../chunks.ts';
import type { ReadMoved } from '../../moved-objects.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import type { Key } from '../key.ts';
import { eventKey, eventRows, recordKey } from './keys.ts';
import { readMovedPeriods } from './moved-periods.ts';
import { readRows } from './rows-reader.ts';

/**
 * Events of a subject are read here and nowhere else: those of the table, and those that have left it. Rows are read first, then
 * which periods have moved, then those: what a row was moved to is known before the row goes, so nothing is between the two.
 * What is in both is one.
 */

/** The records table, with the bucket of what has left it. */
export interface EventsTable extends Table {
  moved: ReadMoved;
}
/** An event as it is stored, packed or not. */
export type EventItem = Readonly<Key & Record<string, unknown>>;

/** An event's place in the timeline of a subject, as `happenedKey` has it. */
export interface TimelinePlace {
  subject: Subject;
  happened: string;
}

const sideBySide = 8;

/** Everything of a subject's timeline, in no particular order. @param beginning of the sort keys, where only some are wanted */
export async function allEventItems(
  table: EventsTable,
  subject: Subject,
  beginning: string = eventRows,
): Promise<EventItem[]> {
  const rows = (await readRows(table, recordKey(subject).pk, beginning)) as EventItem[];
  const periods = (await readMovedPeriods(table, [subject])).get(subject) ?? [];
  const isWanted = (period: Period) => {
    const start = `${eventRows}${period}`;
    return start.startsWith(beginning) || beginning.startsWith(start);
  };
  const moved: EventItem[] = [];
  for (const some of chunksOf(periods.filter(isWanted), sideBySide))
    moved.push(...(await Promise.all(some.map(period => movedItems(table, subject, period)))).flat());
  return once([...rows, ...moved.filter(({ sk }) => sk.startsWith(beginning))]);
}

/**
 * Events by their places, as far as they are there. What has moved is looked for only where something is not among the rows.
 * @param attributes all that is wanted of a row; everything when left out
 */
export async function eventItemsAt(
  table: EventsTable,
  places: readonly TimelinePlace[],
  attributes?: readonly string[],
): Promise<EventItem[]> {
  const keys = places.map(({ subject, happened }) => eventKey(subject, happened));
  const rows = (await batchGet(table, keys, {
    consistent: true,
    ...(attributes && { attributes }),
  })) as EventItem[];
  const found = new Set(rows.map(placeOf));
  const missing = places.filter((_, index) => !found.has(placeOf(keys[index])));
  if (missing.length === 0) return rows;
  const periods = await readMovedPeriods(
    table,
    missing.map(({ subject }) => subject),
  );
  const objects = new Map(
    missing.flatMap(({ subject, happened }) =>
      (periods.get(subject) ?? [])
        .filter(period => happened.startsWith(period))
        .map(period => [`${subject} ${period}`, { subject, period }] as const),
    ),
  );
  const wanted = new Set(missing.map(({ subject, happened }) => placeOf(eventKey(subject, happened))));
  const moved: EventItem[] = [];
  for (const some of chunksOf([...objects.values()], sideBySide))
    moved.push(
      ...(await Promise.all(some.map(({ subject, period }) => movedItems(table, subject, period)))).flat(),
    );
  return once([...rows, ...moved.filter(item => wanted.has(placeOf(item)))]);
}

/** What of a subject's timeline has moved, of one period. */
export async function movedItems(
  { moved }: EventsTable,
  subject: Subject,
  period: Period,
): Promise<EventItem[]> {
  const { pk } = recordKey(subject);
  return (await moved.read(subject, period)).items.map(item => ({ ...item, pk }));
}

/** Each event once: a row that was moved and is not yet taken away is the same as what was moved. */
export function once(items: readonly EventItem[]): EventItem[] {
  return [...new Map(items.toReversed().map(item => [placeOf(item), item])).values()];
}

function placeOf({ pk, sk }: Key = { pk: '', sk: '' }): string {
  return `${pk} ${sk}`;
}
