/** A row by its headings, numbered as Excel shows it, and what is wrong with it before anybody looks at its content. */
export interface SheetItem {
  row: number;
  item: Readonly<Record<string, string | readonly string[]>>;
  problems?: { path: string; message: string; expected: string; received: string }[];
}

/** How Excel writes CSV: byte-order mark, any line ends, quotes inside cells, rows of different lengths. */
export const csvOptions = {
  bom: true,
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
};

/** Every row becomes an item with a field for each column, so that columns by rows have to fit into memory. */
const mostColumns = 500;

/** What a row of cells is: an item; the headings; nothing, where it is blank; or the end of all reading. */
export type ReadRow = { item?: SheetItem; headings?: readonly string[]; wrong?: string };

interface Row {
  cells: readonly string[];
  number: number;
}

/** Says why a sheet with these headings cannot be read at all; undefined where it can. */
export type HeadingsCheck = (headings: readonly string[]) => string | undefined;

/**
 * Makes the reader of one sheet's rows, which is given them in order, blank ones too. The first that is not blank has
 * the headings; each after it is an item, heading to cell, numbered by its row as Excel shows it. A first row of one cell
 * above a row of several is a title: the headings are below it. Excel leaves off the empty cells at the end of some rows,
 * so a shorter row is read as if they were there; a row with more filled cells than headings is a problem of that row: its
 * cells cannot be told apart.
 */
export function makeRowReader(check: HeadingsCheck = () => undefined) {
  let number = 0;
  let headings: string[] | undefined;
  /** Either a title or the only heading: the next row tells. */
  let first: Row | undefined;

  const headedBy = (row: Row): ReadRow => {
    headings = withoutTrailingBlanks(row.cells);
    const wrong = problemWith(headings) ?? check(headings);
    return wrong === undefined ? { headings } : { wrong: `Row ${row.number}, the headings: ${wrong}` };
  };
  return {
    /** The next row of the sheet. */
    read(written: readonly string[]): ReadRow {
      number += 1;
      const row = { cells: written.map(cellText), number };
      const filled = row.cells.filter(cell => cell !== '').length;
      if (filled === 0) return {};
      if (headings !== undefined) return { item: itemOf(headings, row) };
      if (first === undefined && filled === 1) {
        first = row;
        return {};
      }
      if (first === undefined || filled > 1) return headedBy(row);
      const read = headedBy(first);
      return read.wrong === undefined ? { ...read, item: itemOf(headings ?? [], row) } : read;
    },
    /** What the end of the sheet decides: a sheet of one cell has a heading and nothing else. */
    end: (): ReadRow => (headings === undefined && first !== undefined ? headedBy(first) : {}),
  };
}

/** `="00047104"` is how a formula keeps Excel from taking a text for a number. */
function cellText(written: string): string {
  const text = written.trim();
  return text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1).replaceAll('""', '"').trim() : text;
}

/** Excel writes empty cells to the right as far as anybody ever typed. */
function withoutTrailingBlanks(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1);
}

function problemWith(headings: readonly string[]): string | undefined {
  if (headings.length > mostColumns) return `there are ${headings.length}; at most ${mostColumns} are read`;
  if (headings.includes('')) return 'every column needs one';
  const twice = firstRepeated(headings);
  return twice === undefined ? undefined : `“${twice}” stands there twice`;
}

function firstRepeated(headings: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return headings.find(heading => seen.size === seen.add(heading).size);
}

function itemOf(headings: readonly string[], { cells, number: row }: Row): SheetItem {
  const item = Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']));
  const extra = cells.slice(headings.length).some(cell => cell !== '');
  if (!extra) return { row, item };
  return { row, item: { ...item, cells }, problems: [ragged(headings.length, cells.length)] };
}

function ragged(expected: number, received: number): NonNullable<SheetItem['problems']>[number] {
  return {
    path: '',
    message: 'The row has more filled cells than there are headings',
    expected: `at most ${expected} cells`,
    received: `${received} cells`,
  };
}
