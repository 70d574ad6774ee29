import { saysNothing } from '../../../schemas/nothing.ts';
import type { Problem } from '../contract.ts';
import { type Reading, read, unread } from './reading.ts';

/** What a cell of a sheet may hold, as text from a CSV or typed from JSON. */
export type CellValue = string | number | boolean | null;
/** A filled cell and the heading that the sender wrote over it. */
export interface Cell {
  heading: string;
  text: string;
}
export type Cells<K extends string> = ReadonlyMap<K, Cell>;

type Spellings<K extends string> = Readonly<Record<K, readonly [string, ...string[]]>>;
/** The columns of a sheet with the accepted spellings of each heading. */
export interface Columns<K extends string> {
  spellings: Spellings<K>;
  /** The column that a heading stands over, where it is a known one. */
  columnOf(heading: string): K | undefined;
  /** Columns in which `none` is a value. */
  withNone: ReadonlySet<K>;
}

/** How one cell is understood. `received` is reported to the sender only where a cell holds a code, never free text. */
export interface CellReader<T> {
  read(text: string): T | undefined;
  expected: string;
  received?(text: string): string | undefined;
}

/** Headings differ in case, spacing and punctuation from sheet to sheet: `Flat no.`, `FLAT NO`, `flat_no`. */
function folded(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** More headings than any sheet has. */
const mostHeadings = 1_000;

/**
 * Declares the columns of a sheet; the first spelling of each is what a problem calls it.
 * @param withNone columns in which `none` is a value
 */
export function columnsOf<K extends string>(
  spellings: Spellings<K>,
  withNone: readonly NoInfer<K>[] = [],
): Columns<K> {
  const entries = Object.entries<readonly string[]>(spellings) as [K, readonly string[]][];
  const byHeading = new Map(
    entries.flatMap(([column, all]) => all.map(one => [folded(one), column] as const)),
  );
  // Every row of a sheet has the same headings: each is looked up once.
  const met = new Map<string, K | undefined>();
  return {
    spellings,
    withNone: new Set(withNone),
    columnOf(heading) {
      if (met.has(heading)) return met.get(heading);
      const column = byHeading.get(folded(heading));
      if (met.size < mostHeadings) met.set(heading, column);
      return column;
    },
  };
}

/** Says once of a sheet that columns are missing which every row needs; undefined where none is. */
export function missingColumns<K extends string>(
  { spellings, columnOf }: Columns<K>,
  needed: readonly K[],
  headings: readonly string[],
): string | undefined {
  const found = new Set(headings.map(columnOf));
  const missing = needed.filter(column => !found.has(column));
  if (missing.length === 0) return undefined;
  const named = missing.map(column => spellings[column].map(one => `“${one}”`).join(' or '));
  return `there is no column headed ${named.join(', and none headed ')}`;
}

/**
 * The filled cells of a row by column; a column that is not known, and a cell that says nothing, is left aside.
 * @returns a problem where two headings of one column are filled and differ: neither can be preferred.
 */
export function cellsOf<K extends string>(
  row: Readonly<Record<string, CellValue>>,
  columns: Columns<K>,
): Reading<Cells<K>> {
  const cells = new Map<K, Cell>();
  const problems: Problem[] = [];
  for (const [heading, value] of Object.entries(row)) {
    const column = columns.columnOf(heading);
    const text = String(value ?? '').trim();
    if (column === undefined || saysNothing(text, columns.withNone.has(column))) continue;
    const earlier = cells.get(column);
    if (earlier === undefined) cells.set(column, { heading, text });
    else if (earlier.text !== text) problems.push(twoHeadings(earlier.heading, heading));
  }
  return problems.length > 0 ? { ok: false, problems } : read(cells);
}

function twoHeadings(first: string, second: string): Problem {
  return {
    path: second,
    message: `“${first}” and “${second}” mean the same column and their cells differ`,
    expected: 'one of the two',
  };
}

/** Reads a cell that the row must have; the problem of a missing one names the column's accepted spellings. */
export function requiredCell<K extends string, T>(
  columns: Columns<K>,
  cells: Cells<K>,
  column: K,
  reader: CellReader<T>,
): Reading<T> {
  const cell = cells.get(column);
  if (cell !== undefined) return readCell(cell, reader);
  const [name, ...others] = columns.spellings[column];
  return unread({
    path: name,
    message: `The row has nothing under “${name}”`,
    expected: `a filled column headed ${[name, ...others].map(one => `“${one}”`).join(' or ')}`,
  });
}

/** Reads a cell that the row may leave empty. */
export function optionalCell<K extends string, T>(
  cells: Cells<K>,
  column: K,
  reader: CellReader<T>,
): Reading<T | undefined> {
  const cell = cells.get(column);
  return cell === undefined ? read(undefined) : readCell(cell, reader);
}

function readCell<T>({ heading, text }: Cell, reader: CellReader<T>): Reading<T> {
  const value = reader.read(text);
  if (value !== undefined) return read(value);
  const received = reader.received?.(text);
  return unread({
    path: heading,
    message: `“${heading}” cannot be read`,
    expected: reader.expected,
    ...(received !== undefined && { received }),
  });
}
