import { decoderOf } from './http/media-type.ts';

/** Bytes that are not text of the charset that they should be in. */
export class NotText extends Error {
  override readonly name = 'NotText';
}

/** The marks by which text says that it is UTF-16, in which Excel saves "Unicode text". */
const marks = [
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * Text from bytes as they arrive, piece by piece. A byte-order mark of UTF-16 says more than the charset that was named.
 * @throws {NotText} where the bytes are not of the charset: a character is never replaced by a guess.
 */
export async function* decodedText(
  content: AsyncIterable<Uint8Array>,
  charset: string,
): AsyncGenerator<string> {
  let decode: ((bytes?: Uint8Array) => string) | undefined;
  for await (const bytes of content) {
    decode ??= makeDecode(marked(bytes) ?? charset);
    yield decode(bytes);
  }
  if (decode !== undefined) yield decode();
}

function marked(start: Uint8Array): string | undefined {
  return marks.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte))?.charset;
}

function makeDecode(charset: string): (bytes?: Uint8Array) => string {
  const decoder = decoderOf(charset);
  if (decoder === undefined) throw new NotText(`There is no charset ${charset}`);
  return bytes => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new NotText(`The file is not text in ${charset}`);
    }
  };
}
