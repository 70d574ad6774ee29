import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnapshotFeed } from '../../../../../functions/adapters/contract.ts';
import { repairs } from '../../../../../functions/adapters/systems.ts';
import {
  type Difference,
  differences,
  type Kept,
} from '../../../../../functions/intake/files/snapshot/differences.ts';
import { type Entry, entriesOf } from '../../../../../functions/intake/files/snapshot/entries.ts';
import { holdOf } from '../../../../../functions/intake/files/snapshot/hold.ts';
import { sorted } from '../../../../../functions/intake/files/snapshot/sorted.ts';
import { keyText } from '../../../../../schemas/key-text.ts';
import { saysNothing } from '../../../../../schemas/nothing.ts';

const feed = repairs.snapshots?.['open-jobs'] as SnapshotFeed;
const cellsOf = (job: string, description: string) => ({
  job,
  reference: '1',
  priority: '1',
  raised: '2026-01-10',
  description,
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lintel-compare-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('sorting', () => {
  it('puts any number of rows in the order of their keys, more than fit in memory at once too', async () => {
    const rows = Array.from({ length: 12_345 }, (_, row) => ({ key: `K${(row * 7919) % 4_000}`, row }));
    const found = await all(sorted(Readable.from(rows), folder));
    const wanted = rows.toSorted((a, b) => (a.key === b.key ? a.row - b.row : a.key < b.key ? -1 : 1));
    expect(found).toEqual(wanted);
  });
});

describe('comparing', () => {
  const arbitrarySnapshot = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 2 }).filter(key => keyText(key) === key && !saysNothing(key)),
    fc.constantFrom('drips', 'is broken'),
    { maxKeys: 12 },
  );

  it('finds exactly what differs, whatever the two snapshots are', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySnapshot, arbitrarySnapshot, async (before, after) => {
        const order = (keys: string[]) => keys.toSorted((a, b) => (a < b ? -1 : 1));
        const kept = order(Object.keys(before)).map(
          (key): Kept => ({ key, cells: cellsOf(key, before[key] ?? '') }),
        );
        const entries = Object.keys(after).map(
          (key, row): Entry => ({ key, row, cells: cellsOf(key, after[key] ?? '') }),
        );
        const found = await all(
          differences(Readable.from(kept), sorted(Readable.from(entries), folder), feed),
        );
        const kinds = Object.fromEntries(found.map(({ key, is }) => [key, is]));
        const wanted = order([...new Set([...Object.keys(before), ...Object.keys(after)])]).map(key => {
          const [old, present] = [before[key], after[key]];
          if (old === undefined) return [key, 'appeared'];
          if (present === undefined) return [key, 'disappeared'];
          return [key, old === present ? 'unchanged' : 'changed'];
        });
        expect(kinds).toEqual(Object.fromEntries(wanted));
      }),
    );
  });

  const compared = (rows: Record<string, string>[], before: Kept[] = []): Promise<Difference[]> => {
    const items = rows.map((item, index) => ({ row: index + 2, item }));
    return all(
      differences(Readable.from(before), sorted(entriesOf(Readable.from(items), feed), folder), feed),
    );
  };
  const row = {
    'JOB NO.': 'R-1',
    'Property Ref': '1',
    Priority: '1',
    'Date raised': '2026-01-10',
    Colour: 'blue',
  };

  it('reads headings however they are spelled, and leaves out columns that the feed does not know', async () => {
    expect(await compared([row])).toEqual([
      {
        key: 'R-1',
        row: 2,
        is: 'appeared',
        after: { job: 'R-1', reference: '1', priority: '1', raised: '2026-01-10' },
      },
    ]);
  });

  it('keeps what there was of a row that cannot be read, or that stands there twice and differs', async () => {
    const before = [{ key: 'R-1', cells: cellsOf('R-1', 'drips') }];
    expect(await compared([{ ...row, Priority: '9' }], before)).toMatchObject([
      { is: 'rejected', before: before[0]?.cells, problems: [{ path: 'Priority' }] },
    ]);
    expect(await compared([row, { ...row, Priority: '2' }], before)).toMatchObject([
      { is: 'rejected', row: 2, before: before[0]?.cells },
      { is: 'rejected', row: 3, problems: [{ message: expect.stringContaining('Another row') }] },
    ]);
    expect(await compared([row, row])).toMatchObject([{ is: 'appeared' }]);
  });

  it('tells of every row that has no key', async () => {
    const found = await compared([{ ...row, 'JOB NO.': '' }, { ...row, 'JOB NO.': '' }, row]);
    expect(found.map(({ is, row: number }) => [is, number])).toEqual([
      ['rejected', 2],
      ['rejected', 3],
      ['appeared', 4],
    ]);
  });

  it('gives up where a column tells no rows apart', async () => {
    const rows = Array.from({ length: 101 }, () => row);
    await expect(compared(rows)).rejects.toThrow('More than 100 rows have one key');
  });
});

describe('holding', () => {
  const comparison = (rows: number, disappeared: number, rowsWithoutKey = 0, unreadable = false) => ({
    rows,
    rowsWithoutKey,
    last: { row: rows + 1, unreadable },
    is: {
      appeared: 0,
      changed: 0,
      disappeared,
      unchanged: 0,
      rejected: 0,
      returned: 0,
      absent: 0,
      confirmed: 0,
    },
    kept: { file: '', rows },
    gone: [],
    changesFile: '',
  });

  it.each([
    ['the first', comparison(3, 0), 0, undefined],
    ['as long as the last', comparison(100, 10), 100, undefined],
    ['just long enough', comparison(80, 20), 100, undefined],
    ['too short', comparison(79, 21), 100, 'fewer-rows'],
    ['empty', comparison(0, 100), 100, 'fewer-rows'],
    ['with a row that may be any of those gone', comparison(99, 2, 1), 100, 'rows-without-key'],
    ['cut off in its last row', comparison(100, 1, 0, true), 100, 'last-row-unreadable'],
    ['with a last row that cannot be read, and nothing gone', comparison(100, 0, 0, true), 100, undefined],
    ['with a row that cannot be one of those gone', comparison(101, 0, 1), 100, undefined],
  ])('a snapshot that is %s', (_what, given, rowsBefore, reason) => {
    expect(holdOf(given, rowsBefore, 0.8)?.reason).toBe(reason);
  });
});
