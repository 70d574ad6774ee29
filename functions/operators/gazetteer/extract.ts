import { pipeline } from 'node:stream/promises';
import { type CsvError, parse } from 'csv-parse';
import { type GazetteerRow, readHeadings } from './headings.ts';
import { type ReadRow, readRow } from './row.ts';

interface ParsedRow {
  /** `lines` is the line on which the row ends; `error` is there when the row has another number of cells. */
  info: { lines: number; error: CsvError | undefined };
  record: GazetteerRow;
}

const wrongLength: ReadRow = {
  ok: false,
  uprn: undefined,
  problems: ['the row does not have as many cells as there are headings'],
};

/**
 * Reads an extract (CSV with headings) row by row, however long it is.
 * @throws {Error} when the headings are wrong or the file is not CSV.
 */
export async function readExtract(
  source: AsyncIterable<string>,
  each: (line: number, row: ReadRow) => Promise<void> | void,
): Promise<void> {
  const parser = parse({
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    info: true,
    columns: columnsOf,
  });
  await pipeline(source, parser, async (rows: AsyncIterable<ParsedRow>) => {
    for await (const { info, record } of rows)
      await each(info.lines, info.error === undefined ? readRow(record) : wrongLength);
  });
}

function columnsOf(headings: string[]): (string | null)[] {
  const read = readHeadings(headings);
  if (!read.ok) throw new Error(`The extract cannot be imported: ${read.problems.join('; ')}`);
  return read.columns;
}
