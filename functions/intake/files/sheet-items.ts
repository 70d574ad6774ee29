import { CsvError, type Parser, parse } from 'csv-parse';
import type { NumberedItem } from '../item/numbered-item.ts';
import { csvOptions, makeRowReader } from '../item/sheet-rows.ts';
import { Unreadable } from './file-text.ts';

/** A quote that is never closed would swallow the rest of the file into one cell. */
const longestRecord = 1024 * 1024;

/**
 * The rows of a CSV sheet as they arrive, heading to cell, numbered as Excel shows them; no more than a piece of it is
 * held.
 * @param problemWith what is wrong with its headings, if anything; a sheet without any has none.
 * @throws {Unreadable} at the row from which on it is no sheet; the rows before it come first.
 */
export async function* sheetItems(
  text: AsyncIterable<string>,
  problemWith: (headings: readonly string[]) => string | undefined = () => undefined,
): AsyncGenerator<NumberedItem> {
  const read = makeRowReader();
  let headed = false;
  const check = (headings: readonly string[]) => {
    headed = true;
    const wrong = problemWith(headings);
    if (wrong !== undefined) throw new Unreadable(wrong);
  };
  for await (const cells of recordsOf(text)) {
    const { item, headings, wrong } = read(cells);
    if (wrong !== undefined) throw new Unreadable(wrong);
    if (headings !== undefined) check(headings);
    if (item !== undefined) yield item;
  }
  if (!headed) check([]);
}

/** Records are taken from the parser as it makes them: a stream that fails forgets what nobody has read yet. */
async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  const records: string[][] = [];
  const keep = (record: string[]) => {
    records.push(record);
    return null;
  };
  const parser = parse({ ...csvOptions, max_record_size: longestRecord, on_record: keep });
  // Without a listener the process would end; the error is that of the write or the end.
  parser.on('error', () => {}).resume();
  try {
    for await (const piece of text) {
      await written(parser, piece);
      yield* records.splice(0);
    }
    await ended(parser);
  } catch (error) {
    yield* records.splice(0);
    throw unreadable(error);
  }
  yield* records;
}

function written(parser: Parser, piece: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(piece, error => (error ? reject(error) : resolve()));
  });
}

function ended(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('error', reject).end(resolve);
  });
}

function unreadable(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
  return new Unreadable(`The file is not CSV${line}: ${error.code}`);
}
