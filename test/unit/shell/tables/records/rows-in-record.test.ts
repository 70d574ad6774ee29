import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../../../functions/core/record/fold.ts';
import type { Row } from '../../../../../functions/core/record/row.ts';
import { inClear } from '../../../../../functions/shell/tables/records/packed.ts';
import { recordItem } from '../../../../../functions/shell/tables/records/record-transaction.ts';
import {
  placeRows,
  recordApart,
  rowsApart,
} from '../../../../../functions/shell/tables/records/rows-in-record.ts';
import { type LocalReference, propertySubject } from '../../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../../support/events.ts';

const home = propertySubject(flat4);
const at = instant('2025-06-20T10:00:00Z');
const leak = (number: number) =>
  eventOf({
    type: 'housing.leak.reported.v1',
    at: new Date(Date.UTC(2025, 5, 1, 0, number)).toISOString(),
    home: flat4,
    vendorEventId: `L-${number}`,
    data: { leakReference: `L-${number}` as LocalReference },
  });
const nothing = { subject: home, version: 0, record: undefined, flags: {}, rows: {} };
const after = foldEvents(nothing, [leak(1)], at);
const item = recordItem(home, after);
const keyOf = (number: number) => `CASE#leak#leaks#L-${number}`;
const rowOf = (number: number) => foldEvents(nothing, [leak(number)], at).changedRows[keyOf(number)] as Row;
const rowsOf = (from: number, to: number): Record<string, Row> =>
  Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, index) => [keyOf(from + index), rowOf(from + index)]),
  );
const lyingIn = (record: Record<string, unknown>) => Object.keys(recordApart(inClear(record)).rows);

describe('the rows of a commit', () => {
  it('lie in the record while they fit the KB that it takes anyway', () => {
    const { record, rows } = placeRows(item, {}, after.changedRows);
    expect(rows).toEqual({});
    expect(recordApart(inClear(record))).toEqual({ record: after.record, rows: after.changedRows });
  });

  it('leave it for those that changed later, the longest unchanged first, with all that they say', () => {
    const { record, rows } = placeRows(item, rowsOf(1, 3), rowsOf(4, 30));
    const lying = lyingIn(record);
    expect(lying.at(-1)).toBe(keyOf(30));
    expect(lying).toEqual(Object.keys(rowsOf(31 - lying.length, 30)));
    expect(rows).toEqual(rowsOf(1, 30 - lying.length));
  });

  it('are the youngest again when they change', () => {
    const { record } = placeRows(item, rowsOf(1, 3), rowsOf(1, 1));
    expect(lyingIn(record)).toEqual([keyOf(2), keyOf(3), keyOf(1)]);
  });

  it('have items of their own in a crowded transaction, and no other row has to leave', () => {
    const { record, rows } = placeRows(item, rowsOf(1, 6), rowsOf(6, 30), true);
    expect(lyingIn(record)).toEqual(Object.keys(rowsOf(1, 5)));
    expect(rows).toEqual(rowsOf(6, 30));
  });

  it('that mark a correction have items of their own', () => {
    const marks: Record<string, Row> = {
      'CORRECTED#E-1': { row: 'correction', by: { value: true, at, rank: 0, id: 'E-2' } },
    };
    const { record, rows } = placeRows(item, {}, { ...marks, ...rowsOf(1, 1) });
    expect([lyingIn(record), rows]).toEqual([[keyOf(1)], marks]);
  });
});

describe('items in clear', () => {
  const { record } = placeRows(item, {}, rowsOf(1, 2));
  const inItem = { pk: record.pk, sk: keyOf(1), row: rowOf(9) };

  it('have every row at its own key, what lies in the record in the place of what an item says', () => {
    const apart = rowsApart([inClear(record), inItem]);
    expect(apart.find(({ sk }) => sk === 'RECORD')?.['record']).toEqual(after.record);
    expect(apart.filter(({ sk }) => sk !== 'RECORD')).toEqual([
      { pk: record.pk, sk: keyOf(1), row: rowOf(1) },
      { pk: record.pk, sk: keyOf(2), row: rowOf(2) },
    ]);
  });

  it.each([
    ['a record that is none', 'rubbish'],
    ['rows that are none', { ...after.record, rows: 'rubbish' }],
    ['no record', undefined],
  ])('are shown as they are: %s', (_what, damaged) => {
    expect(rowsApart([{ ...record, record: damaged }, inItem])).toEqual([
      { ...record, record: damaged },
      inItem,
    ]);
  });
});
