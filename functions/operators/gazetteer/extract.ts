import { NotASheet } from '../../shell/sheets/not-a-sheet.ts';
import { makeRowReader, type SheetItem } from '../../shell/sheets/rows.ts';
import { type GazetteerRow, isTransferHeader, precedenceOf, readHeadings, transferFile } from './headings.ts';
import { type ReadRow, readRow } from './row.ts';

type Each = (row: number, read: ReadRow) => Promise<void> | void;

const wrongLength: ReadRow = {
  ok: false,
  uprn: undefined,
  problems: ['the row does not have as many cells as there are headings'],
};

/**
 * Reads an extract (rows of cells with headings, as every sheet is read) row by row, however long it is. A row with fewer cells than
 * headings is not read: where a file was cut off, half an address would pass for a whole one.
 * @throws {Error} when the headings are wrong or the file is no sheet.
 */
export async function readExtract(source: AsyncIterable<readonly string[]>, each: Each): Promise<void> {
  try {
    await readRows(source, each);
  } catch (error) {
    throw error instanceof NotASheet ? new Error(`The extract cannot be imported: ${error.message}`) : error;
  }
}

async function readRows(source: AsyncIterable<readonly string[]>, each: Each): Promise<void> {
  const reader = makeRowReader(wrongHeadings);
  let columns: readonly Column[] = [];
  for await (const cells of source) {
    if (columns.length === 0 && isTransferHeader(cells)) throw new NotASheet(transferFile);
    const { wrong, headings, item } = reader.read(cells);
    if (wrong !== undefined) throw new NotASheet(wrong);
    if (headings !== undefined) columns = columnsOf(headings);
    if (item !== undefined) await each(item.row, readItem(item, columns, cells.length));
  }
  if (columns.length === 0) throw new NotASheet(reader.end().wrong ?? 'it is empty');
}

function readItem({ item, problems }: SheetItem, columns: readonly Column[], cells: number): ReadRow {
  const isWhole = problems === undefined && cells >= columns.length;
  return isWhole ? readRow(byColumn(columns, item)) : wrongLength;
}

function wrongHeadings(headings: readonly string[]): string | undefined {
  const read = readHeadings(headings);
  return read.ok ? undefined : read.problems.join('; ');
}

/** A heading as it stands in the file, and the column that it is, where the hub reads it. */
interface Column {
  heading: string;
  name: string | null;
}

/** Those that hold come last. */
function columnsOf(headings: readonly string[]): Column[] {
  const read = readHeadings(headings);
  const names = read.ok ? read.columns : [];
  return headings
    .map((heading, index) => ({ heading, name: names[index] ?? null }))
    .toSorted((a, b) => precedenceOf(b.heading) - precedenceOf(a.heading));
}

function byColumn(columns: readonly Column[], item: Readonly<Record<string, unknown>>): GazetteerRow {
  return Object.fromEntries(
    columns.flatMap(({ heading, name }) => {
      const cell = String(item[heading] ?? '');
      return name === null || cell === '' ? [] : [[name, cell]];
    }),
  );
}
