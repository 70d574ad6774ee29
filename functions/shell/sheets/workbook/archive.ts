import { Buffer } from 'node:buffer';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { NotASheet } from '../not-a-sheet.ts';

/**
 * What a workbook may hold: many times what a landlord's largest list needs. Of a few bytes a zip bomb makes gigabytes; each
 * entry is measured as it is unpacked, whatever its header says, and none is unpacked where the headers alone are too much.
 */
export const bounds = {
  packedBytes: 30 * 1024 * 1024,
  entries: 2_000,
  unpackedBytes: 300 * 1024 * 1024,
  /** Above the first megabyte: sheets are packed to a tenth, at the best to a hundredth. */
  ratio: 200,
} as const;

const freely = 1024 * 1024;

/** The parts of a workbook by their paths, `xl/workbook.xml`. */
export interface Archive {
  has(path: string): boolean;
  /** The text of a part, piece by piece as it is unpacked. @throws {NotASheet} where it is damaged or longer than it says. */
  read(path: string): AsyncGenerator<string>;
}

/**
 * Opens an .xlsx workbook, which is a zip archive, and unpacks nothing yet.
 * @throws {NotASheet} where it is none, is protected by a password, or would unpack to more than `bounds`.
 */
export async function openArchive(bytes: Uint8Array, mostUnpacked: number): Promise<Archive> {
  if (bytes.byteLength > bounds.packedBytes) throw new NotASheet(tooLarge);
  if (isOldOffice(bytes))
    throw new NotASheet(
      'The workbook is an .xls file or is protected by a password: save it as .xlsx without one',
    );
  const zip = await readZip(() =>
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { autoClose: false }),
  );
  const entries = await entriesOf(zip, mostUnpacked);
  return {
    has: path => entries.has(path),
    read: path => partOf(zip, entries.get(path), path),
  };
}

const instead = 'send it as CSV';
const bomb = `The workbook would unpack to far more than it is (a zip bomb): nothing of it was read. If it is a real one, ${instead}`;
/** Why a workbook is not even opened. */
export const tooLarge = `The workbook has more than ${bounds.packedBytes} bytes, which are read at most: ${instead}`;

/** The mark of Office before 2007, in which a workbook with a password is wrapped too. */
function isOldOffice(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

async function entriesOf(zip: ZipFile, mostUnpacked: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > bounds.entries)
    throw new NotASheet(
      `The workbook holds ${zip.entryCount} parts; at most ${bounds.entries} are read: ${instead}`,
    );
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  await readZip(async () => {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > mostUnpacked || isBomb(entry)) throw new NotASheet(bomb);
      entries.set(entry.fileName, entry);
    }
  });
  return entries;
}

function isBomb({ compressedSize, uncompressedSize }: Entry): boolean {
  return uncompressedSize > freely && uncompressedSize > bounds.ratio * compressedSize;
}

async function* partOf(zip: ZipFile, entry: Entry | undefined, path: string): AsyncGenerator<string> {
  if (entry === undefined)
    throw new NotASheet(`The workbook has no ${path}: open it and save it again as .xlsx`);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const stream = await readZip(() => zip.openReadStreamPromise(entry));
  try {
    for await (const piece of stream) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw wrongIn(error);
  }
}

async function readZip<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw wrongIn(error);
  }
}

/** Everything is in memory already, so that what goes wrong in it is in the file. */
function wrongIn(error: unknown): unknown {
  if (error instanceof NotASheet) return error;
  return new NotASheet('The file is no .xlsx workbook, or a damaged one: open it and save it again as .xlsx');
}
