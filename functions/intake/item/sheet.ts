import { CsvError, parse } from 'csv-parse/sync';
import { headLength, sheetFormatOf } from '../../shell/sheets/format.ts';
import { csvOptions, type HeadingsCheck, makeRowReader } from '../../shell/sheets/rows.ts';
import type { Document, NumberedItem } from './numbered-item.ts';

/**
 * Takes a CSV sheet apart as Excel writes it; `sheet-format.ts` says what parts its cells, `sheet-rows.ts` how a row is read.
 * @param check what is wrong with its headings, if anything: that is said once, not of every row
 */
export function readSheet(text: string, check?: HeadingsCheck): Document {
  const parsed = cellsOf(text);
  if (!parsed.ok) return parsed;
  const reader = makeRowReader(check);
  const items: NumberedItem[] = [];
  for (const cells of parsed.rows) {
    const { item, wrong } = reader.read(cells);
    if (wrong !== undefined) return { ok: false, detail: wrong };
    if (item !== undefined) items.push(item);
  }
  const { wrong } = reader.end();
  if (wrong !== undefined) return { ok: false, detail: wrong };
  if (parsed.rows.some(cells => cells.some(cell => cell.trim() !== ''))) return { ok: true, items };
  return { ok: false, detail: 'The sheet is empty: its first row must be the headings' };
}

function cellsOf(text: string): { ok: true; rows: string[][] } | { ok: false; detail: string } {
  const { delimiter, skip } = sheetFormatOf(text.slice(0, headLength));
  try {
    return { ok: true, rows: parse(text.slice(skip), { ...csvOptions, delimiter }) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
    return { ok: false, detail: `The sheet is not CSV${line}: ${error.code}` };
  }
}
