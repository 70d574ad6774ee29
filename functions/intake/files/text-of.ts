import type { Readable } from 'node:stream';
import { decoderOf } from '../../shell/http/media-type.ts';
import { Unreadable } from './unreadable.ts';

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
