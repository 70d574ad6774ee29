import type { Readable } from 'node:stream';
import { decodedText, NotText } from '../../shell/decoded-text.ts';

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
  try {
    yield* decodedText(content, charset);
  } catch (error) {
    throw error instanceof NotText ? new Unreadable(error.message) : error;
  }
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
