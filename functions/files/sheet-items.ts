import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { NumberedItem } from '../receive/numbered-item.ts';
import { csvOptions, makeRowReader } from '../receive/sheet-rows.ts';
import { Unreadable } from './unreadable.ts';

/** A quote that is never closed would swallow the rest of the file into one cell. */
const longestRecord = 1024 * 1024;

/**
 * The rows of a CSV sheet as they arrive, heading to cell, numbered as Excel shows them; no more than a few are held.
 * @throws {Unreadable} at the row from which on it is no sheet.
 */
export async function* sheetItems(text: AsyncIterable<string>): AsyncGenerator<NumberedItem> {
  const parser = parse({ ...csvOptions, max_record_size: longestRecord });
  // What goes wrong on the way destroys the parser with it, and is thrown by the loop.
  pipeline(Readable.from(text), parser, () => {});
  const read = makeRowReader();
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const { item, wrong } = read(cells);
      if (wrong !== undefined) throw new Unreadable(wrong);
      if (item !== undefined) yield item;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
    throw new Unreadable(`The file is not CSV${line}: ${error.code}`);
  }
}
