import { Buffer } from 'node:buffer';
import { NotASheet } from '../not-a-sheet.ts';
import { bounds, openArchive, tooLarge } from './archive.ts';
import type { CellContext } from './cell-text.ts';
import { partsOf } from './parts.ts';
import { makeSheetReader } from './rows.ts';
import { sharedStrings } from './strings.ts';
import { stylesOf } from './styles.ts';

/** The media type of an .xlsx workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The bytes of a workbook, which is read from its end: it has to be held whole.
 * @throws {NotASheet} as soon as there are more than are read.
 */
export async function workbookBytes(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.byteLength;
    if (bytes > bounds.packedBytes) throw new NotASheet(tooLarge);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Whether bytes are a zip archive, as every .xlsx workbook is. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte);
}

/**
 * The rows of cells, as text, of the first sheet that a workbook shows and that is not empty; blank ones too, so that they
 * are numbered as Excel shows them. Of the sheet no more than a piece is held.
 * @param mostUnpacked how many bytes it may unpack to: less where there is less memory
 * @throws {NotASheet} where it is no workbook, or more than is read; the rows before that come first.
 */
export async function* workbookRecords(
  bytes: Uint8Array,
  mostUnpacked: number = bounds.unpackedBytes,
): AsyncGenerator<string[]> {
  const archive = await openArchive(bytes, mostUnpacked);
  const { sheets, strings, styles, from1904 } = await partsOf(archive);
  const context: CellContext = {
    strings: strings !== undefined && archive.has(strings) ? await sharedStrings(archive.read(strings)) : [],
    styles: styles !== undefined && archive.has(styles) ? await stylesOf(archive.read(styles)) : [],
    from1904,
  };
  for (const sheet of sheets) {
    let isFilled = false;
    for await (const row of fromFirstFilled(rowsOf(archive.read(sheet), context))) {
      isFilled = true;
      yield row;
    }
    if (isFilled) return;
  }
}

/** The rows of a sheet, nothing where they are all blank. */
async function* fromFirstFilled(rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  let blank: string[][] | undefined = [];
  for await (const row of rows) {
    if (row.length === 0 && blank !== undefined) {
      blank.push(row);
      continue;
    }
    yield* blank ?? [];
    blank = undefined;
    yield row;
  }
}

async function* rowsOf(xml: AsyncIterable<string>, context: CellContext): AsyncGenerator<string[]> {
  const reader = makeSheetReader(context);
  for await (const piece of xml) yield* reader.write(piece);
  yield* reader.end();
}
