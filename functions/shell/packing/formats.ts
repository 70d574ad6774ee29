import { deflateRawSync, inflateRawSync } from 'node:zlib';
import dictionary1 from './dictionary-1.json' with { type: 'json' };

/** One way in which text is packed. */
interface Format {
  /** The first byte of what is packed in this way. */
  readonly number: number;
  write(text: string): Uint8Array;
  read(content: Uint8Array): string;
}

/** Deflate (RFC 1951) with what texts have in common known beforehand. */
function deflated(number: number, common: readonly string[]): Format {
  const dictionary = Buffer.from(common.join(''));
  return {
    number,
    write: text => deflateRawSync(text, { dictionary }),
    read: content => inflateRawSync(content, { dictionary }).toString(),
  };
}

/** What new values are packed in. */
export const latestFormat: Format = deflated(1, dictionary1);

/** Every format that ever was: values of it lie in tables, exports and backups. None is changed or taken away. */
export const formats: readonly Format[] = [latestFormat];
