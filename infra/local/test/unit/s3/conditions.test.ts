import { describe, expect, it } from 'vitest';
import { type ObjectRequest, whyRefused } from '../../../s3/conditions.ts';

const now = new Date('2026-02-02T02:10:00Z');
const link = (seconds: number, signed = 'host') =>
  new URL(
    `http://127.0.0.1/files/a?X-Amz-Date=20260202T020000Z&X-Amz-Expires=${seconds}&X-Amz-SignedHeaders=${signed}`,
  );
const put = (rest: Partial<ObjectRequest>): ObjectRequest => ({
  method: 'PUT',
  url: new URL('http://127.0.0.1/files/a'),
  headers: { host: '127.0.0.1' },
  body: Buffer.from('hello'),
  etag: () => Promise.resolve(undefined),
  ...rest,
});

describe('a put', () => {
  it.each<[string, Partial<ObjectRequest>, object | undefined]>([
    ['with nothing against it', {}, undefined],
    ['by a link in its time', { url: link(900) }, undefined],
    ['by a link after its time', { url: link(599) }, { status: 403, code: 'AccessDenied' }],
    [
      'without a header of the link',
      { url: link(900, 'host;if-none-match') },
      { status: 403, code: 'SignatureDoesNotMatch' },
    ],
    [
      'of the right content',
      { headers: { 'x-amz-checksum-sha256': 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=' } },
      undefined,
    ],
    [
      'of other content',
      { headers: { 'x-amz-checksum-sha256': 'AAAA' } },
      { status: 400, code: 'BadDigest' },
    ],
    [
      'over an object that was not to be overwritten',
      { headers: { 'if-none-match': '*' }, etag: () => Promise.resolve('"1"') },
      { status: 412, code: 'PreconditionFailed' },
    ],
    ['where nothing was to be', { headers: { 'if-none-match': '*' } }, undefined],
    [
      'over the object that was read',
      { headers: { 'if-match': '"1"' }, etag: () => Promise.resolve('"1"') },
      undefined,
    ],
    [
      'over another object than was read',
      { headers: { 'if-match': '"1"' }, etag: () => Promise.resolve('"2"') },
      { status: 412, code: 'PreconditionFailed' },
    ],
    ['over an object that is gone', { headers: { 'if-match': '"1"' } }, { status: 404, code: 'NoSuchKey' }],
    ['over an object that may be', { etag: () => Promise.resolve('"1"') }, undefined],
  ])('%s', async (_what, rest, refused) => {
    expect(await whyRefused(put(rest), now)).toEqual(refused);
  });
});

it('a get by a link after its time is refused too', async () => {
  expect(await whyRefused(put({ method: 'GET', url: link(1) }), now)).toMatchObject({ status: 403 });
});
