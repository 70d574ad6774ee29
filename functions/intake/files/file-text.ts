import type { Readable } from 'node:stream';
import { decoderOf } from '../../shell/http/media-type.ts';

/** No item comes near it: what the quarantine could not keep is refused anyhow. */
const longestLine = 1024 * 1024;

/** A file that cannot be read, or not any further: its sender has to send another. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * The text of a file, piece by piece as it arrives.
 * @throws {Unreadable} where its bytes are not of the charset.
 */
export async function* textOf(content: Readable, charset: string): AsyncGenerator<string> {
  const decoder = decoderOf(charset);
  if (decoder === undefined) throw new Unreadable(`There is no charset ${charset}`);
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new Unreadable(`The file is not text in ${charset}`);
    }
  };
  for await (const bytes of content as AsyncIterable<Uint8Array>) yield decoded(bytes);
  yield decoded();
}

/**
 * The lines of a text that arrives in pieces, without their ends; no more than a line is ever held.
 * @throws {Unreadable} when a line does not end within a million characters.
 */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = '';
  for await (const piece of text) {
    const lines = (begun + piece).split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
    if (begun.length > longestLine)
      throw new Unreadable('A line is longer than 1 MB: one item goes on one line');
  }
  if (begun !== '') yield begun;
}
