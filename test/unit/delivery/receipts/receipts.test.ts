import { beforeEach, expect, it } from 'vitest';
import { postReceipts, type ReceiptsDeps } from '../../../../functions/delivery/receipts/receipts.ts';
import type { ApiRequest } from '../../../../functions/shell/http/officer-request.ts';
import type { Acknowledgement } from '../../../../functions/shell/tables/deliveries/deliveries-store.ts';
import { instant } from '../../../support/events.ts';

const flagId = 'active-leak~property~200000471104';
let kept: unknown[];
let answers: Acknowledgement[];

beforeEach(() => {
  [kept, answers] = [[], []];
});

async function post(body: string, contentType = 'application/json') {
  const receipts: ReceiptsDeps = {
    deliveries: {
      acknowledge({ id }, version, at) {
        kept.push({ id, version, at });
        return Promise.resolve(answers.shift() ?? 'acknowledged');
      },
    },
    now: () => instant('2025-06-02T08:00:00Z'),
  };
  const request = { headers: { 'content-type': contentType }, body, isBase64Encoded: false };
  const {
    statusCode,
    headers,
    body: text,
  } = await postReceipts.answer({ receipts }, request as unknown as ApiRequest);
  return { status: statusCode, type: headers?.['content-type'], body: JSON.parse(text ?? '') };
}

it('keeps each receipt and says of each what became of it, in the same order', async () => {
  answers = ['acknowledged', 'stale', 'unknown'];
  const receipts = [4, 3, 9].map(version => ({ flagId, version }));
  expect(await post(JSON.stringify({ receipts }))).toEqual({
    status: 200,
    type: 'application/json',
    body: {
      receipts: [
        { flagId, version: 4, result: 'acknowledged' },
        { flagId, version: 3, result: 'stale' },
        { flagId, version: 9, result: 'unknown' },
      ],
    },
  });
  expect(kept[0]).toEqual({ id: flagId, version: 4, at: '2025-06-02T08:00:00.000Z' });
});

it('takes five hundred at once and no more', async () => {
  const receipts = (count: number) =>
    JSON.stringify({
      receipts: Array.from({ length: count }, (_, index) => ({ flagId, version: index + 1 })),
    });
  expect((await post(receipts(500))).body.receipts).toHaveLength(500);
  expect(kept).toHaveLength(500);
  expect((await post(receipts(501))).status).toBe(422);
  expect(kept).toHaveLength(500);
});

it.each([
  ['no JSON', '{"receipts":', 'application/json', 400],
  ['no JSON by its type', '{}', 'text/csv', 415],
  ['nothing', '{}', 'application/json', 422],
  ['no receipt at all', '{"receipts":[]}', 'application/json', 422],
])('refuses %s', async (_what, body, contentType, status) => {
  expect(await post(body, contentType)).toMatchObject({
    status,
    type: 'application/problem+json',
    body: { status },
  });
});

it('names every wrong field and keeps nothing of the request', async () => {
  const receipts = [
    { flagId, version: 1 },
    { flagId: 'active leak', version: 0 },
  ];
  const { body } = await post(JSON.stringify({ receipts }));
  expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
    '/receipts/1/flagId',
    '/receipts/1/version',
  ]);
  expect(kept).toEqual([]);
});

it('asks for the same again when the table does not answer', async () => {
  const receipts: ReceiptsDeps = {
    deliveries: { acknowledge: () => Promise.reject(new Error('no answer')) },
    now: () => instant('2025-06-02T08:00:00Z'),
  };
  const request = {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ receipts: [{ flagId, version: 1 }] }),
  } as unknown as ApiRequest;
  expect(await postReceipts.answer({ receipts }, request)).toMatchObject({
    statusCode: 503,
    headers: { 'retry-after': '5' },
  });
});
