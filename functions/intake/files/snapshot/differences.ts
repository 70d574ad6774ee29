import type { Instant } from '../../../../schemas/reference.ts';
import type { Problem, SnapshotFeed } from '../../../adapters/contract.ts';
import { Unreadable } from '../file-text.ts';
import { type Entry, problemsIn, type RowCells } from './entries.ts';

/** A row of the last snapshot, or of an earlier one that has been missing since. */
export interface Kept {
  key: string;
  cells: RowCells;
  goneAt?: Instant;
  /** When what it says of flags is to be confirmed again, if it is there still. */
  confirmAt?: Instant;
}

/** How a key's row stands to the last snapshot's; what is kept of it is what the next one is compared with. */
export interface Difference {
  key: string;
  row?: number;
  /** `returned`: it was missing before. `absent`: it still is. `confirmed`: it is unchanged, and says its flags again. */
  is: 'appeared' | 'returned' | 'changed' | 'disappeared' | 'absent' | 'unchanged' | 'confirmed' | 'rejected';
  /** It confirms the flags that it says, changed or not. */
  confirms?: true;
  before?: RowCells;
  after?: RowCells;
  /** Since when it was missing. */
  goneAt?: Instant;
  confirmAt?: Instant;
  problems?: Problem[];
}

const twice: Problem = {
  path: '',
  message: 'Another row with this key says something else: neither can be preferred',
};

/**
 * Compares two snapshots, both in the order of their keys, holding no more than the rows of one key. A row that cannot be
 * read, or stands there twice and differs, is rejected and leaves what the last snapshot had under its key as it was.
 */
export async function* differences(
  before: AsyncIterable<Kept>,
  entries: AsyncIterable<Entry>,
  feed: SnapshotFeed,
): AsyncGenerator<Difference> {
  const last = before[Symbol.asyncIterator]();
  let old = await last.next();
  for await (const rows of byKey(entries)) {
    const [{ key }] = rows;
    while (!old.done && old.value.key < key) {
      yield gone(old.value);
      old = await last.next();
    }
    const previous = !old.done && old.value.key === key ? old.value : undefined;
    yield* differencesOf(rows, previous, feed);
    if (previous !== undefined) old = await last.next();
  }
  while (!old.done) {
    yield gone(old.value);
    old = await last.next();
  }
}

function gone({ key, cells, goneAt }: Kept): Difference {
  if (goneAt !== undefined) return { key, is: 'absent', before: cells, goneAt };
  return { key, is: 'disappeared', before: cells };
}

type Rows = [Entry, ...Entry[]];

function differencesOf(rows: Rows, last: Kept | undefined, feed: SnapshotFeed): Difference[] {
  const before = last?.cells;
  const { key: _key, cells: _cells, ...remembered } = last ?? {};
  const [{ key, row, cells: after }] = rows;
  const differ = key !== '' && rows.some(({ cells }) => !same(cells, after));
  const known = !differ && before !== undefined && same(before, after);
  const wrong = rows.map(each => (known ? (each.problems ?? []) : problemsIn(each, feed)));
  if (differ || wrong.some(problems => problems.length > 0)) {
    return rows.map((each, index) => ({
      key,
      row: each.row,
      is: 'rejected',
      problems: wrong[index]?.length ? wrong[index] : [twice],
      ...(index === 0 && before && { before, ...remembered }),
    }));
  }
  if (last === undefined) return [{ key, row, is: 'appeared', after }];
  if (last.goneAt !== undefined) return [{ key, row, is: 'returned', before: last.cells, after }];
  return [{ key, row, is: known ? 'unchanged' : 'changed', before: last.cells, after, ...remembered }];
}

/** Cells are written in the order of their columns. */
function same(one: RowCells, other: RowCells): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** More than this is no slip of a pen: the column does not tell rows apart. */
const mostOfOneKey = 100;

/** Rows that have no key are no rows of one key: each stands alone. */
async function* byKey(entries: AsyncIterable<Entry>): AsyncGenerator<Rows> {
  let rows: Rows | undefined;
  for await (const entry of entries) {
    if (rows !== undefined && entry.key !== '' && rows[0].key === entry.key) {
      rows.push(entry);
      if (rows.length > mostOfOneKey) throw new Unreadable(`More than ${mostOfOneKey} rows have one key`);
    } else {
      if (rows !== undefined) yield rows;
      rows = [entry];
    }
  }
  if (rows !== undefined) yield rows;
}
