import type { Problem } from '../../adapters/contract.ts';
import type { NumberedItem } from './numbered-item.ts';

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
export type ReadRow = { item?: NumberedItem; headings?: readonly string[]; wrong?: string };

/**
 * Makes the reader of one sheet's rows, which is given them in order, blank ones too. The first that is not blank has
 * the headings; each after it is an item, heading to cell, numbered by its row as Excel shows it. Excel leaves off the
 * empty cells at the end of some rows, so a shorter row is read as if they were there; a row with more filled cells
 * than headings is a problem of that row: its cells cannot be told apart.
 */
export function makeRowReader(): (cells: readonly string[]) => ReadRow {
  let row = 0;
  let headings: string[] | undefined;
  return untrimmed => {
    row += 1;
    const cells = untrimmed.map(cell => cell.trim());
    if (cells.every(cell => cell === '')) return {};
    if (headings !== undefined) return { item: itemOf(headings, cells, row) };
    headings = withoutTrailingBlanks(cells);
    const wrong = problemWith(headings);
    return wrong === undefined ? { headings } : { wrong: `Row ${row}, the headings: ${wrong}` };
  };
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

function itemOf(headings: readonly string[], cells: readonly string[], row: number): NumberedItem {
  const item = Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']));
  const extra = cells.slice(headings.length).some(cell => cell !== '');
  if (!extra) return { row, item };
  return { row, item: { ...item, cells }, problems: [ragged(headings.length, cells.length)] };
}

function ragged(expected: number, received: number): Problem {
  return {
    path: '',
    message: 'The row has more filled cells than there are headings',
    expected: `at most ${expected} cells`,
    received: `${received} cells`,
  };
}
