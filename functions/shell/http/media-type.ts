import { MIMEType, TextDecoder } from 'node:util';

/** A media type taken apart (RFC 9110, section 8.3): `text/csv; charset=windows-1252`. */
export interface MediaType {
  essence: string;
  charset: string;
}

/** Reads a `Content-Type`; UTF-8 where it names no charset. @returns undefined when it is missing or not a media type. */
export function mediaTypeOf(header: string | undefined): MediaType | undefined {
  try {
    const { essence, params } = new MIMEType(header ?? '');
    return { essence, charset: params.get('charset')?.toLowerCase() ?? 'utf-8' };
  } catch {
    return undefined;
  }
}

/** The decoder of a charset that never guesses: bytes that do not belong to it are an error. */
export function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return undefined;
  }
}
