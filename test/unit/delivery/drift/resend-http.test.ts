import { expect, it } from 'vitest';
import { postResend } from '../../../../functions/delivery/drift/resend-http.ts';
import type { ApiRequest } from '../../../../functions/shell/http/officer-request.ts';
import { raised } from '../../../integration/support/flag-events.ts';
import { instant } from '../../../support/events.ts';

const announced = raised('asbestos', 4);

async function ask(claims: Record<string, string>) {
  const queue: string[] = [];
  const resend = {
    flags: async function* () {
      yield await Promise.resolve(announced.data.flag);
    },
    presentFlags: () => Promise.resolve(new Map()),
    holdings: () => Promise.resolve({ receipts: new Map(), own: new Map() }),
    writer: { lose: () => Promise.reject(new Error('it was never told')) },
    send: (text: string) => Promise.resolve(void queue.push(text)),
    team: 'repairs',
    now: () => instant('2025-06-02T07:41:00Z'),
    ownScope: 'lintel/repairs.publish',
    tokens: { roleClaim: 'role', claimNames: new Map() },
  } as const;
  const request = { requestContext: { authorizer: { jwt: { claims, scopes: [] } } } };
  const answer = await postResend.answer({ resend }, request as unknown as ApiRequest);
  return { status: answer.statusCode, queue };
}

it.each([
  ['the system itself', { scope: 'lintel/repairs.publish' }],
  ['management', { scope: 'lintel/read lintel/write', role: 'manager' }],
])('puts what is owed into the queue for %s, as the bus would', async (_, claims) => {
  const { status, queue } = await ask(claims);
  expect(status).toBe(202);
  expect(queue.map(text => JSON.parse(text))).toEqual([
    expect.objectContaining({ 'detail-type': 'housing.flag.raised.v1', detail: announced }),
  ]);
});

it.each([
  ['an officer of the team', { scope: 'lintel/write', role: 'repairs-officer' }],
  ['another system', { scope: 'lintel/leaks.publish' }],
  ['nobody', {}],
])('sends nothing for %s', async (_, claims) => {
  expect(await ask(claims)).toEqual({ status: 403, queue: [] });
});
