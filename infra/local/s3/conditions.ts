import { createHash } from 'node:crypto';

/** A request for an object, as far as it matters here. */
export interface ObjectRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  /** The tag of the object that the key has already, if it has one. */
  readonly etag: () => Promise<string | undefined>;
}

/** An answer of S3 that refuses. */
interface Refusal {
  readonly status: number;
  readonly code: string;
}

/**
 * Why S3 would refuse a request that the emulator takes: the link has expired or is used without a header that it was
 * signed with, the content is not what the checksum says, or another object is there than was to be overwritten, if any was.
 * Signatures themselves are not checked.
 *
 * @param request the request
 * @param now the hub's time
 */
export async function whyRefused(request: ObjectRequest, now: Date): Promise<Refusal | undefined> {
  const { method, url, headers, body } = request;
  if (isExpired(url.searchParams, now)) return { status: 403, code: 'AccessDenied' };
  const signed = url.searchParams.get('X-Amz-SignedHeaders')?.split(';') ?? [];
  if (signed.some(name => headers[name] === undefined)) return { status: 403, code: 'SignatureDoesNotMatch' };
  if (method !== 'PUT') return undefined;
  const checksum = headers['x-amz-checksum-sha256'];
  if (checksum !== undefined && checksum !== sha256(body)) return { status: 400, code: 'BadDigest' };
  return isConditional(headers) ? refusedOver(headers, await request.etag()) : undefined;
}

/** Whether a put is to write over one object alone, or over none. */
export function isConditional(headers: ObjectRequest['headers']): boolean {
  return headers['if-none-match'] !== undefined || headers['if-match'] !== undefined;
}

function refusedOver(headers: ObjectRequest['headers'], etag: string | undefined): Refusal | undefined {
  const wanted = headers['if-match'];
  if (wanted !== undefined && etag === undefined) return { status: 404, code: 'NoSuchKey' };
  const isOther = wanted === undefined ? etag !== undefined : etag !== wanted;
  return isOther ? { status: 412, code: 'PreconditionFailed' } : undefined;
}

function isExpired(query: URLSearchParams, now: Date): boolean {
  const [date, seconds] = [query.get('X-Amz-Date'), query.get('X-Amz-Expires')];
  if (date === null || seconds === null) return false;
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return now.getTime() > Date.parse(iso) + Number(seconds) * 1000;
}

function sha256(body: unknown): string {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  return createHash('sha256').update(bytes).digest('base64');
}
