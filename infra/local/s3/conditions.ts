import { createHash } from 'node:crypto';

/** A request for an object, as far as it matters here. */
export interface ObjectRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  /** Whether there is an object of the key already. */
  readonly exists: () => Promise<boolean>;
}

/** An answer of S3 that refuses. */
interface Refusal {
  readonly status: number;
  readonly code: string;
}

/**
 * Why S3 would refuse a request that the emulator takes: the link has expired or is used without a header that it was
 * signed with, the content is not what the checksum says, or there is an object already and none was to be overwritten.
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
  if (headers['if-none-match'] === '*' && (await request.exists())) {
    return { status: 412, code: 'PreconditionFailed' };
  }
  return undefined;
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
