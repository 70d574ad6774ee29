import { decodedText, NotText } from '../../shell/decoded-text.ts';
import { recordsOf } from '../../shell/sheets/records.ts';
import { isWorkbook, workbookBytes, workbookRecords } from '../../shell/sheets/workbook/records.ts';

/** The rows of cells of an extract as its bytes arrive: of an .xlsx workbook, by its first bytes, or of CSV in a charset. */
export async function* recordsIn(
  extract: AsyncIterable<Uint8Array>,
  charset = 'utf-8',
): AsyncGenerator<string[]> {
  const pieces = extract[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const whole = withFirst(first.value, pieces);
  if (isWorkbook(first.value)) yield* workbookRecords(await workbookBytes(whole));
  else yield* recordsOf(textIn(whole, charset));
}

async function* withFirst(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** Names are looked up as they are written: a character that was replaced by a guess would make a home nobody finds. */
async function* textIn(extract: AsyncIterable<Uint8Array>, charset: string): AsyncGenerator<string> {
  try {
    yield* decodedText(extract, charset);
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    throw new Error(
      `The extract cannot be imported: ${error.message}. Nothing was written. If it is in another charset, say so: --charset windows-1252`,
    );
  }
}
