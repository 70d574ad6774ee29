import type { TextDecoder } from 'node:util';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { decoderOf, type MediaType, mediaTypeOf } from './media-type.ts';
import type { ProblemDetails } from './problem.ts';

/** A request's body as text with its media type, or the problem to answer with. */
export type ReadBody = { ok: true; text: string; essence: string } | { ok: false; problem: ProblemDetails };

interface Limits {
  accepts: readonly string[];
  maximumBytes: number;
}

/**
 * Reads the body of a request: 415 for another media type or charset, 413 when too large, 400 when not in its charset.
 * An HTTP API hands text and JSON over as if they were UTF-8, whatever charset they name: the bytes of another charset are
 * lost by then, so that it is refused unless nothing in the body needed it.
 */
export function readBody(request: APIGatewayProxyEventV2, limits: Limits): ReadBody {
  const read = readBytes(request, limits);
  if (!read.ok) return read;
  const { type, decoder, bytes } = read;
  if (!request.isBase64Encoded) return asDecoded(request.body ?? '', type);
  try {
    return { ok: true, text: decoder.decode(bytes), essence: type.essence };
  } catch {
    return refuse(400, 'The body cannot be read', `The body is not text in ${type.charset}.`);
  }
}

/** A request's body as it came, with its media type, or the problem to answer with. */
export type ReadBytes =
  | { ok: true; bytes: Buffer; type: MediaType; decoder: TextDecoder }
  | { ok: false; problem: ProblemDetails };

/** Reads the bytes of a body: 415 for another media type or a charset that there is not, 413 when too large. */
export function readBytes(request: APIGatewayProxyEventV2, { accepts, maximumBytes }: Limits): ReadBytes {
  const type = mediaTypeOf(request.headers['content-type']);
  const decoder = type && decoderOf(type.charset);
  if (type === undefined || decoder === undefined || !accepts.includes(type.essence)) {
    return refuse(415, 'Unsupported media type', `This system sends ${accepts.join(' or ')}, in UTF-8.`);
  }
  const bytes = Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength <= maximumBytes) return { ok: true, bytes, type, decoder };
  return refuse(
    413,
    'Too large',
    `The body has ${bytes.byteLength} bytes; at most ${maximumBytes} are taken. Send it in parts, or as a file.`,
  );
}

function asDecoded(text: string, { essence, charset }: MediaType): ReadBody {
  if (charset === 'utf-8' || charset === 'utf8' || isAscii(text)) return { ok: true, text, essence };
  return refuse(
    415,
    'Unsupported charset',
    `The body is in ${charset}, which does not come through here whole. Send it in UTF-8, or upload it as a file: POST /v1/systems/{system}/files.`,
  );
}

/** Without the zero bytes between the letters of UTF-16. */
function isAscii(text: string): boolean {
  return !text.includes('\0') && Buffer.byteLength(text) === text.length;
}

function refuse(status: number, title: string, detail: string): { ok: false; problem: ProblemDetails } {
  return { ok: false, problem: { status, title, detail } };
}
