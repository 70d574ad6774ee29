import { CsvError, parse } from 'csv-parse/sync';
import type { Document, NumberedItem } from './numbered-item.ts';
import { csvOptions, makeRowReader } from './sheet-rows.ts';

/** Takes a CSV sheet apart as Excel writes it; `sheet-rows.ts` says how a row is read. */
export function readSheet(text: string): Document {
  const parsed = cellsOf(text);
  if (!parsed.ok) return parsed;
  const read = makeRowReader();
  const items: NumberedItem[] = [];
  for (const cells of parsed.rows) {
    const { item, wrong } = read(cells);
    if (wrong !== undefined) return { ok: false, detail: wrong };
    if (item !== undefined) items.push(item);
  }
  if (parsed.rows.some(cells => cells.some(cell => cell.trim() !== ''))) return { ok: true, items };
  return { ok: false, detail: 'The sheet is empty: its first row must be the headings' };
}

function cellsOf(text: string): { ok: true; rows: string[][] } | { ok: false; detail: string } {
  try {
    return { ok: true, rows: parse(text, csvOptions) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
    return { ok: false, detail: `The sheet is not CSV${line}: ${error.code}` };
  }
}
