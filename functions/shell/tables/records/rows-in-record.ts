import * as z from 'zod';
import type { Row } from '../../../core/record/row.ts';
import type { SubjectRecord } from '../../../core/record/subject-record.ts';
import type { Key } from '../key.ts';
import { recordRow } from './keys.ts';
import { stored } from './packed.ts';

/** Rows of a subject that lie in the item of its record, by key, those that changed last at the end. */
export type RowsInRecord = Readonly<Record<string, Row>>;

/** An item in clear. */
type ClearItem = Record<string, unknown>;
/** A record as it is to be stored. */
type RecordItem = Readonly<Key & { record: SubjectRecord } & Record<string, unknown>>;
type Stored = Key & Record<string, unknown>;
type Entry = readonly [key: string, row: Row];

/** DynamoDB charges a write by the KB. */
const kb = 1024;
const recordWithRows = z.looseObject({ rows: z.record(z.string(), z.unknown()) });

/**
 * Puts as many rows into the item of a record as fit the KB that it takes anyway; those that changed last stay longest. The rest
 * have items of their own: those that changed, and those that have to leave. So the record costs what it costs without them,
 * and whatever leaves was spared an item before. They are packed with the record, which says much of what they say. What lies
 * in the record counts, whatever an item of its own says that a row was earlier.
 * @param before the rows that lay in it, and still hold
 * @param isCrowded where a transaction is to write no more items than need be: those that changed have their own, and none leaves
 * @returns the item as it is stored, and the rows that need items of their own
 */
export function placeRows(
  item: RecordItem,
  before: RowsInRecord,
  changed: Readonly<Record<string, Row>>,
  isCrowded = false,
): { record: Stored; rows: Record<string, Row> } {
  const all = latestLast(before, changed);
  const kept = all.filter(entry => mayLieInRecord(entry) && !(isCrowded && Object.hasOwn(changed, entry[0])));
  let record = withRows(item, kept);
  const most = isCrowded || kilobytesOf(record) === 1 ? kilobytesOf(record) : kilobytesOf(stored(item));
  while (kilobytesOf(record) > most) {
    kept.shift();
    record = withRows(item, kept);
  }
  const isKept = new Set(kept.map(([key]) => key));
  return { record, rows: Object.fromEntries(all.filter(([key]) => !isKept.has(key))) };
}

function withRows(item: RecordItem, entries: readonly Entry[]): Stored {
  if (entries.length === 0) return stored(item);
  return stored({ ...item, record: { ...item.record, rows: Object.fromEntries(entries) } });
}

function latestLast(before: RowsInRecord, changed: Readonly<Record<string, Row>>): Entry[] {
  const unchanged = Object.entries(before).filter(([key]) => !Object.hasOwn(changed, key));
  return [...unchanged, ...Object.entries(changed)];
}

/** That an entry was corrected is asked by readers of timelines, of many entries at once. */
function mayLieInRecord([, { row }]: Entry): boolean {
  return row !== 'correction';
}

/** How many KB an item is charged for when it is written. */
function kilobytesOf(item: Stored): number {
  const sizes = Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + bytesOf(value));
  return Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / kb);
}

/** As DynamoDB counts: two digits are a byte, and a map is three. What is neither packed nor empty would count a little too much. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (value instanceof Uint8Array) return value.byteLength;
  return Buffer.byteLength(JSON.stringify(value)) + 1;
}

/** The record of an item in clear and the rows that lie in it, as far as it can be told of a damaged one. */
export function recordApart({ record }: ClearItem): { record: unknown; rows: Record<string, unknown> } {
  const whole = recordWithRows.safeParse(record);
  if (!whole.success) return { record, rows: {} };
  const { rows, ...rest } = whole.data;
  return { record: rest, rows };
}

/**
 * Items in clear, with every row at its own key and once: what lies in a record in the place of what its item was before.
 * Records are without them.
 */
export function rowsApart(items: readonly ClearItem[]): ClearItem[] {
  const apart = items.map(item => ({ item, ...(item['sk'] === recordRow ? recordApart(item) : {}) }));
  const all = [
    ...apart.map(({ item, record }) => (record === undefined ? item : { ...item, record })),
    ...apart.flatMap(({ item: { pk }, rows = {} }) =>
      Object.entries(rows).map(([sk, row]) => ({ pk, sk, row })),
    ),
  ];
  return [...new Map(all.map(item => [`${item['pk']} ${item['sk']}`, item])).values()];
}
