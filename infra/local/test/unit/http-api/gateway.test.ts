import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createActivity } from '../../../activity.ts';
import { openGateway } from '../../../http-api/gateway.ts';
import type { HttpAnswer } from '../../../http-server.ts';
import { FunctionError } from '../../../lambda/function-error.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function request(invoke: () => Promise<unknown>): Promise<HttpAnswer> {
  const route = { key: 'GET /slow', functionName: 'api', authorizer: undefined, scopes: [] };
  const gateway = openGateway({
    plan: { id: 'api', stage: 'live', routes: [route] },
    functions: new Map([
      ['api', { invoke, environments: 1, processorMs: () => 0, stop: () => Promise.resolve() }],
    ]),
    activity: createActivity(),
    now: () => new Date(0),
  });
  const message = {
    method: 'GET',
    url: '/live/slow',
    headers: { host: 'local' },
  } as unknown as IncomingMessage;
  return gateway({ request: message, body: Buffer.alloc(0) });
}

const failing = (errorType: string) => () =>
  Promise.reject(new FunctionError('api', { errorType, errorMessage: 'told to fail', trace: [] }));

it('answers 503 when a function takes longer than half a minute would be where nobody else is', async () => {
  const answer = request(() => new Promise(() => undefined));
  await vi.advanceTimersByTimeAsync(30_000_000);
  expect(await answer).toMatchObject({ status: 503, body: '{"message":"Service Unavailable"}' });
});

it('answers 500 when a function fails, and says no more', async () => {
  expect(await request(failing('TypeError'))).toMatchObject({
    status: 500,
    body: '{"message":"Internal Server Error"}',
  });
});

it('answers 413 to what is larger than a function can be handed', async () => {
  expect(await request(failing('RequestEntityTooLargeException'))).toMatchObject({ status: 413 });
});
