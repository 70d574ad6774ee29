import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CsvError, parse } from 'csv-parse';
import type { Uprn } from '../../schemas/reference.ts';
import type { Place } from '../core/identity/place.ts';
import { type GazetteerReport, makeReport } from './report.ts';
import { type GazetteerRow, headingProblems, readPlace } from './row.ts';

interface ParsedRow {
  /** `lines` is the line on which the row ends; `error` is there when the row has another number of cells. */
  info: { lines: number; error: CsvError | undefined };
  record: GazetteerRow;
}

const placesPerWrite = 100;

/**
 * Imports a gazetteer extract (CSV with headings: `uprn,address,postcode,block_uprn,floor,stack` and one
 * `<system>_reference` for each system) row by row, however long it is. Importing it again changes nothing.
 * A row that cannot be read is reported and the others go on; so is a reference that two homes claim, and both keep it:
 * looking it up is ambiguous until the extract is mended.
 * @throws {Error} when the headings are wrong or the file is not CSV; places before that point are written.
 */
export async function importGazetteer(
  source: Readable,
  write: (places: readonly Place[]) => Promise<void>,
): Promise<GazetteerReport> {
  const report = makeReport();
  const parser = parse({
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    info: true,
    columns,
  });
  await pipeline(source, parser, async (rows: AsyncIterable<ParsedRow>) => {
    const seen = new Set<Uprn>();
    let waiting: Place[] = [];
    for await (const row of rows) {
      const read = readOnce(row, seen);
      if (!read.ok) {
        report.reject(row.info.lines, read.problems);
        continue;
      }
      report.accept(read.place);
      waiting.push(read.place);
      if (waiting.length < placesPerWrite) continue;
      await write(waiting);
      waiting = [];
    }
    await write(waiting);
  });
  return report.finished();
}

function columns(headings: string[]): string[] {
  const problems = headingProblems(headings);
  if (problems.length > 0) throw new Error(`The extract cannot be imported: ${problems.join('; ')}`);
  return headings;
}

function readOnce({ info, record }: ParsedRow, seen: Set<Uprn>): ReturnType<typeof readPlace> {
  if (info.error !== undefined)
    return { ok: false, problems: ['the row does not have as many cells as there are headings'] };
  const read = readPlace(record);
  if (!read.ok) return read;
  if (seen.has(read.place.uprn))
    return { ok: false, problems: [`UPRN ${read.place.uprn} stands there twice; the first row holds`] };
  seen.add(read.place.uprn);
  return read;
}
