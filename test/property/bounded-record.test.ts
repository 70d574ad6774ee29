import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEvents, type SubjectBefore } from '../../functions/core/record/fold.ts';
import type { Row } from '../../functions/core/record/row.ts';
import { rowKeysOf } from '../../functions/core/record/rows.ts';
import { chunksOf } from '../../functions/shell/chunks.ts';
import { inClear, stored } from '../../functions/shell/tables/records/packed.ts';
import { recordItem } from '../../functions/shell/tables/records/record-transaction.ts';
import { placeRows, recordApart } from '../../functions/shell/tables/records/rows-in-record.ts';
import { personSubject, propertySubject } from '../../schemas/reference.ts';
import { itemSize } from '../bench/support/item-size.ts';
import { anyEvent } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { flat4, instant, mrB } from '../support/events.ts';
import { lindqvist, okafor, sayingsOf } from '../support/flag-sayings.ts';
import { closes, suspects } from '../support/hazard-events.ts';
import { memoryHub } from '../support/memory-hub.ts';

const day = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString();
const now = instant('2025-07-01T12:00:00Z');

/** The KB that an item is charged for. */
const kilobytes = (item: Record<string, unknown>) => {
  const marshalled = marshall(item, { removeUndefinedValues: true });
  const bytes = Object.entries(marshalled).map(([name, value]) =>
    value.B instanceof Uint8Array ? name.length + value.B.byteLength : itemSize({ [name]: { ...value } }),
  );
  return Math.ceil(bytes.reduce((sum, size) => sum + size, 0) / 1024);
};

describe('promise 2: a record does not grow with what was said and decided of flags ever', () => {
  it('is as small after four hundred flags that came, were decided about and went, as after one', () => {
    const person = sayingsOf('do-not-visit-alone');
    const home = sayingsOf('asbestos', 'home');
    const episodeEnds = fc.array(fc.constantFrom('cleared', 'refused', 'withdrawn'), {
      minLength: 400,
      maxLength: 400,
    });
    fc.assert(
      fc.property(episodeEnds, ends => {
        const hub = memoryHub();
        const sizes = ends.map((end, number) => {
          const [raised, decided, over] = [day(number * 4), day(number * 4 + 1), day(number * 4 + 2)];
          const ending = {
            cleared: () => [person.clears(okafor, over), home.clears(okafor, over)],
            refused: () => [person.refuses(lindqvist, over), home.clears(okafor, over)],
            withdrawn: () => [person.clears(okafor, over), home.withdraws('repairs', over, `A-${number}`)],
          };
          hub.hear([person.raises(okafor, raised), home.asserts('repairs', raised, `A-${number}`)], now);
          hub.hear(
            [
              person.approves(lindqvist, decided),
              person.tells(okafor, decided, true),
              person.reviews(okafor, decided, '2025-01-01'),
              home.reviews(okafor, decided, '2025-01-01'),
              home.withdraws('tenancy', decided),
            ],
            now,
          );
          hub.hear(ending[end as keyof typeof ending](), now);
          return [personSubject(mrB), propertySubject(flat4)].map(subject => {
            const record = hub.record(subject);
            return JSON.stringify({ ...record, totals: {} }).length;
          });
        });
        expect(new Set(sizes.map(String)).size).toBe(1);
      }),
      { numRuns: runs(3) },
    );
  });

  it('keeps decisions only while somebody asserts the flag, a rule raises it, or another record of the person may', () => {
    const events = fc.uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(events, heard => {
        const hub = memoryHub();
        hub.hear(heard, now);
        for (const { record } of Object.values(hub.state(now))) {
          const asserted = new Set(
            Object.values(record.heldFlags).map(({ code, tenancyReference }) =>
              tenancyReference === undefined ? code : `${code}@${tenancyReference}`,
            ),
          );
          const elsewhere = record.sameAs === undefined ? [] : ['do-not-visit-alone'];
          const others = ['recurrent-leak', ...elsewhere];
          const kept = Object.keys(record.decisions).filter(key => !others.includes(key));
          expect(kept.filter(key => !asserted.has(key))).toEqual([]);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('takes no KB more for the rows that lie in it, however many there are, and spares each an item that leaves it', () => {
    const events = fc.array(anyEvent, { minLength: 100, maxLength: 200 });
    let [spared, left] = [0, 0];
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 12 }), (heard, size) => {
        const subject = propertySubject(flat4);
        let before: SubjectBefore & { all: Record<string, Row>; lying: Record<string, Row> } = {
          ...{ subject, version: 0, record: undefined, flags: {}, rows: {} },
          ...{ all: {}, lying: {} },
        };
        let [written, changed] = [0, 0];
        for (const batch of chunksOf(heard, size)) {
          const keys = rowKeysOf(subject, batch);
          const rows = Object.fromEntries(
            keys.flatMap(key => (before.all[key] ? [[key, before.all[key]]] : [])),
          );
          const after = foldEvents({ ...before, rows }, batch, now);
          const item = recordItem(subject, after);
          const placed = placeRows(item, before.lying, after.changedRows);
          expect(kilobytes(placed.record)).toBe(kilobytes(stored(item)));
          const { rows: lying } = recordApart(inClear(placed.record));
          const all = { ...before.all, ...after.changedRows };
          for (const [key, row] of Object.entries({ ...lying, ...placed.rows }))
            expect(row).toEqual(all[key]);
          const carried = Object.keys({ ...before.lying, ...after.changedRows });
          expect(Object.keys({ ...lying, ...placed.rows }).toSorted()).toEqual(carried.toSorted());
          written += Object.keys(placed.rows).length;
          changed += Object.keys(after.changedRows).length;
          expect(written + Object.keys(lying).length).toBeLessThanOrEqual(changed);
          left += Object.keys(placed.rows).filter(key => after.changedRows[key] === undefined).length;
          before = { ...before, ...after, all, lying: lying as Record<string, Row> };
        }
        spared += changed - written;
      }),
      { numRuns: runs(8) },
    );
    expect(Math.min(spared, left)).toBeGreaterThan(30);
  });
});

it('what recurs is kept in no more room after sixteen hundred sayings than after eight hundred', () => {
  const sizeAfter = (count: number) => {
    const days = Array.from({ length: count }, (_, number) => day(number).slice(0, 10));
    const hub = memoryHub();
    hub.hear(
      days.flatMap(on => [suspects(on), closes(on)]),
      now,
    );
    const { rows, record } = hub.stored(propertySubject(flat4)) ?? {};
    return JSON.stringify({ rows, hazards: record?.hazards }).length;
  };
  expect(sizeAfter(800)).toBeLessThan(sizeAfter(400) * 1.1);
  expect(sizeAfter(800)).toBeLessThan(8_000);
});
