import { parse } from 'csv-parse/sync';
import type { Payload } from './news.ts';

type Sheet = Extract<Payload, { kind: 'sheet' }> & { heardAt: Date };

const heardColumn = 'Heard';

/**
 * Reads a file of sheets as a team sent them: the first column says when the hub heard a row and is not part of the
 * sheet; rows of one time are one sheet; a row that begins with `Heard` begins a sheet with other headings.
 * Cells stay exactly as they stand in the file, quotes and all.
 */
export function readSheets(text: string): Sheet[] {
  const sheets: Sheet[] = [];
  let headings = '';
  const rows = parse(text, { bom: true, raw: true, relax_column_count: true, skip_empty_lines: true });
  for (const { raw } of rows as unknown as { raw: string }[]) {
    const { heard, cells } = split(raw.trim());
    if (heard === heardColumn) {
      headings = cells;
      continue;
    }
    const heardAt = new Date(heard);
    const last = sheets.at(-1);
    if (last?.heardAt.getTime() === heardAt.getTime() && last.headings === headings) last.rows.push(cells);
    else sheets.push({ kind: 'sheet', heardAt, headings, rows: [cells] });
  }
  return sheets;
}

function split(row: string): { heard: string; cells: string } {
  const comma = row.indexOf(',');
  return { heard: row.slice(0, comma), cells: row.slice(comma + 1) };
}
