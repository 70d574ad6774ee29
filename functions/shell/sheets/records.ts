import { CsvError, type Parser, parse } from 'csv-parse';
import { headLength, sheetFormatOf } from './format.ts';
import { NotASheet } from './not-a-sheet.ts';
import { csvOptions } from './rows.ts';

/** A quote that is never closed would swallow the rest of the file into one cell. */
const longestRecord = 1024 * 1024;

/**
 * The rows of cells of a CSV sheet as they arrive, blank ones too; no more than a piece of it is held. Records are taken from
 * the parser as it makes them: a stream that fails forgets what nobody has read yet.
 * @throws {NotASheet} at the row from which on it is none; the rows before it come first.
 */
export async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  const records: string[][] = [];
  const keep = (record: string[]) => {
    records.push(record);
    return null;
  };
  const { head, pieces } = await withHead(text);
  const { delimiter, skip } = sheetFormatOf(head);
  const parser = parse({ ...csvOptions, delimiter, max_record_size: longestRecord, on_record: keep });
  // Without a listener the process would end; the error is that of the write or the end.
  parser.on('error', () => {}).resume();
  try {
    await written(parser, head.slice(skip));
    yield* records.splice(0);
    for await (const piece of pieces) {
      await written(parser, piece);
      yield* records.splice(0);
    }
    await ended(parser);
  } catch (error) {
    yield* records.splice(0);
    throw wrongIn(error);
  }
  yield* records;
}

/** The beginning of a text, by which its format is known, and the pieces that come after it. */
async function withHead(
  text: AsyncIterable<string>,
): Promise<{ head: string; pieces: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  while (head.length < headLength) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    head += value;
  }
  return { head, pieces: { [Symbol.asyncIterator]: () => iterator } };
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

function wrongIn(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
  return new NotASheet(`The file is not CSV${line}: ${error.code}`);
}
