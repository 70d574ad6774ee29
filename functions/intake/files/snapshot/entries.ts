import { comparedKey } from '../../../../schemas/key-text.ts';
import type { Problem, SnapshotFeed } from '../../../adapters/contract.ts';
import { cellsOf, columnsOf } from '../../../adapters/kit/headers.ts';
import type { NumberedItem } from '../../item/numbered-item.ts';
import { problemsOf } from '../../item/problems.ts';
import type { Keyed } from './sorted.ts';

/** A row's filled cells, by the feed's own names of the columns. */
export type RowCells = Readonly<Record<string, string>>;

/** A row of a snapshot under its key; one without a key has none to sort by. */
export interface Entry extends Keyed {
  cells: RowCells;
  problems?: Problem[];
}

type Cell = string | number | boolean | null;

/** Finds the cells and the key of a snapshot's rows; a row of which they cannot be told is kept, with the reason. */
export async function* entriesOf(
  items: AsyncIterable<NumberedItem>,
  feed: SnapshotFeed,
): AsyncGenerator<Entry> {
  const columns = columnsOf(feed.columns);
  for await (const { row, item, problems } of items) {
    const reading = cellsOf(item as Record<string, Cell>, columns);
    const cells = reading.ok ? textsOf(reading.value) : {};
    const key = keyOf(cells, feed);
    const wrong = problems ?? (reading.ok ? undefined : reading.problems);
    yield { key, row, cells, ...(wrong && { problems: wrong }) };
  }
}

function textsOf(cells: ReadonlyMap<string, { text: string }>): RowCells {
  return Object.fromEntries([...cells].map(([column, { text }]) => [column, text]).toSorted());
}

/** Empty where a part of the key is missing. */
function keyOf(cells: RowCells, { key }: SnapshotFeed): string {
  const parts = key.map(column => comparedKey(cells[column] ?? ''));
  return parts.includes('') ? '' : parts.join('|');
}

/** What is wrong with a row as the feed reads it; nothing of what the last snapshot had has to be asked again. */
export function problemsIn({ cells, key, problems }: Entry, feed: SnapshotFeed): Problem[] {
  if (problems !== undefined) return problems;
  const heading = (column: string) => feed.columns[column]?.[0] ?? column;
  if (key === '') {
    const expected = `a filled column headed ${feed.key.map(column => `“${heading(column)}”`).join(' and ')}`;
    return [
      { path: feed.key.map(heading).join(', '), message: 'Nothing tells this row from others', expected },
    ];
  }
  const parsed = feed.rowSchema.safeParse(cells);
  if (parsed.success) return [];
  return problemsOf(parsed.error, cells).map(problem => ({
    ...problem,
    path: heading(problem.path.slice(1)),
  }));
}
