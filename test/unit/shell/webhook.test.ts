import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { now } from '../../../functions/shell/clock.ts';
import { makeWebhook } from '../../../functions/shell/webhook.ts';

const secret = `whsec_${Buffer.from('a secret of at least 24 bytes').toString('base64')}`;
const message = {
  id: '0b0e7d1f-3c1e-5b0e-8b44-9a3d00000007',
  contentType: 'application/json',
  body: { rows: ['Flat 4 – “wet”'] },
};
const nextSecret = `whsec_${Buffer.from('the key that comes after it').toString('base64')}`;
const addressesOf = (host: string) => Promise.reject(new Error(`nobody asks for ${host}`));
let server: Server;
let secrets: string[];
let status: number;
let headers: Record<string, string>;
let received: { headers: IncomingHttpHeaders; body: string }[];
let push: ReturnType<typeof makeWebhook>;

beforeEach(async () => {
  [status, headers, received, secrets] = [204, {}, [], [secret]];
  server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    response.writeHead(status, headers).end('answer');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/flags`;
  push = makeWebhook({ addressesOf, settings: () => Promise.resolve({ url, secrets }), now, fetch });
});
afterEach(() => {
  vi.useRealTimers();
  return new Promise(resolve => server.close(resolve));
});

it('is signed over id, time and the exact bytes, as Standard Webhooks verifies it', async () => {
  await push(message);
  const [{ headers: sent, body } = { headers: {}, body: '' }] = received;
  expect(new Webhook(secret).verify(body, sent as Record<string, string>)).toEqual(message.body);
  expect(sent).toMatchObject({ 'webhook-id': message.id, 'content-type': 'application/json' });
  expect(() => new Webhook(secret).verify(`${body} `, sent as Record<string, string>)).toThrow();
});

it('is taken and acknowledged by any 2xx', async () => {
  for (status of [200, 202, 204]) expect(await push(message)).toEqual({ kind: 'taken', acknowledged: true });
});

it.each([
  ...[500, 503, 408, 425, 429].map(answered => [answered, 'later'] as const),
  // A key that has run out, an address that is wrong, a lock, a proxy in front: of the receiver, not of this message.
  ...[301, 302, 307, 308, 401, 403, 404, 405, 409, 423, 424, 451].map(one => [one, 'later'] as const),
  ...[400, 410, 413, 415, 422].map(answered => [answered, 'refused'] as const),
])('answered %i it is %s', async (answered, kind) => {
  status = answered;
  expect(await push(message)).toMatchObject({ kind, reason: `answered ${answered}` });
});

it('comes again when the receiver says', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-06-02T08:00:00Z') });
  [status, headers] = [429, { 'retry-after': '120' }];
  expect(await push(message)).toMatchObject({ notBefore: '2025-06-02T08:02:00.000Z' });
  [status, headers] = [503, { 'retry-after': 'Mon, 02 Jun 2025 08:03:00 GMT' }];
  expect(await push(message)).toMatchObject({ notBefore: '2025-06-02T08:03:00.000Z' });
});

it('comes again when nobody answers, and says what the network said', async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/flags`;
  await new Promise(resolve => server.close(resolve));
  const lost = makeWebhook({ addressesOf, settings: () => Promise.resolve({ url, secrets }), now, fetch });
  expect(await lost(message)).toEqual({ kind: 'later', reason: 'no answer (ECONNREFUSED)' });
  const slow = makeWebhook({
    addressesOf,
    settings: () => Promise.resolve({ url, secrets }),
    now,
    fetch: () => Promise.reject(new DOMException('too slow', 'TimeoutError')),
  });
  expect(await slow(message)).toEqual({
    kind: 'later',
    reason: 'no answer (TimeoutError)',
    unanswered: true,
  });
});

it('does not follow a redirect', async () => {
  [status, headers] = [307, { location: '/elsewhere' }];
  expect(await push(message)).toMatchObject({ kind: 'later', reason: 'answered 307' });
  expect(received).toHaveLength(1);
});

it('bears a signature by every key while one takes the place of another: either side may change first', async () => {
  secrets = [nextSecret, secret];
  await push(message);
  const [{ headers: sent, body } = { headers: {}, body: '' }] = received;
  expect(sent['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
  for (const key of secrets) {
    expect(new Webhook(key).verify(body, sent as Record<string, string>)).toEqual(message.body);
  }
  const stranger = `whsec_${Buffer.from('a key that nobody was told of').toString('base64')}`;
  expect(() => new Webhook(stranger).verify(body, sent as Record<string, string>)).toThrow('matching');
});

it('is of no use to who repeats it after five minutes; pushed again, it is signed anew under its old id', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-06-02T08:00:00Z') });
  await push(message);
  const verified = (index: number) => {
    const { headers: sent, body } = received[index] ?? { headers: {}, body: '' };
    return new Webhook(secret).verify(body, sent as Record<string, string>);
  };
  vi.setSystemTime(new Date('2025-06-02T08:05:00Z'));
  expect(verified(0)).toEqual(message.body);
  vi.setSystemTime(new Date('2025-06-02T08:05:01Z'));
  expect(() => verified(0)).toThrow('too old');
  await push(message);
  expect(verified(1)).toEqual(message.body);
  expect(received[1]?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id']);
});

it.each([
  ['127.0.0.1'],
  ['10.0.0.7'],
  ['169.254.169.254'],
  ['fe80::1'],
  ['::ffff:169.254.169.254'],
  ['203.0.113.9', '192.168.1.4'],
])('is not sent where its name leads to %s', async (...addresses) => {
  const called: string[] = [];
  const hidden = makeWebhook({
    now,
    settings: () => Promise.resolve({ url: 'https://repairs.example/flags', secrets }),
    addressesOf: () => Promise.resolve(addresses),
    fetch: url => Promise.reject(new Error(String(called.push(String(url))))),
  });
  expect(await hidden(message)).toEqual({
    ...{ kind: 'later', reason: 'its name leads to an address that is not public' },
  });
  expect(called).toEqual([]);
});

it('is sent later when its name leads nowhere now', async () => {
  const nowhere = makeWebhook({
    ...{ now, fetch },
    settings: () => Promise.resolve({ url: 'https://repairs.example/flags', secrets }),
    addressesOf: () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })),
  });
  expect(await nowhere(message)).toEqual({ kind: 'later', reason: 'no answer (ENOTFOUND)' });
});
