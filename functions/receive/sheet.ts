import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../adapters/contract.ts';
import type { Document, NumberedItem } from './numbered-item.ts';

const options = {
  bom: true,
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
};

/**
 * Takes a CSV sheet apart as Excel writes it: byte-order mark, any line ends, quotes inside cells, blank lines.
 * The first row that is not blank is the header; each item is heading to cell, numbered by its row as Excel shows it.
 * Excel leaves off the empty cells at the end of some rows, so a shorter row is read as if they were there; a row with
 * more filled cells than headings is a problem of that row: its cells cannot be told apart.
 */
export function readSheet(text: string): Document {
  const parsed = cellsOf(text);
  if (!parsed.ok) return parsed;
  const rows = parsed.rows.map((cells, index) => ({ cells: cells.map(cell => cell.trim()), row: index + 1 }));
  const [header, ...body] = rows.filter(({ cells }) => cells.some(cell => cell !== ''));
  if (header === undefined)
    return { ok: false, detail: 'The sheet is empty: its first row must be the headings' };
  const headings = withoutTrailingBlanks(header.cells);
  const wrong = problemWith(headings);
  if (wrong !== undefined) return { ok: false, detail: `Row ${header.row}, the headings: ${wrong}` };
  return { ok: true, items: body.map(({ cells, row }) => itemOf(headings, cells, row)) };
}

function cellsOf(text: string): { ok: true; rows: string[][] } | { ok: false; detail: string } {
  try {
    return { ok: true, rows: parse(text, options) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
    return { ok: false, detail: `The sheet is not CSV${line}: ${error.code}` };
  }
}

/** Excel writes empty cells to the right as far as anybody ever typed. */
function withoutTrailingBlanks(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1);
}

function problemWith(headings: readonly string[]): string | undefined {
  if (headings.includes('')) return 'every column needs one';
  const twice = headings.find((heading, index) => headings.indexOf(heading) !== index);
  return twice === undefined ? undefined : `“${twice}” stands there twice`;
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
