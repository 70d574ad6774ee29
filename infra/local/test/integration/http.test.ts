import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { LocalHub } from '../../index.ts';
import { startSampleHub } from './sample-app/sample-hub.ts';

let hub: LocalHub;

beforeAll(async () => {
  hub = await startSampleHub();
});

afterAll(() => hub.stop());

const get = (route: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${hub.apiUrl}${route}`, init);
const bearer = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });

async function systemToken(scope?: string): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'reader',
    client_secret: 'open-sesame',
  });
  if (scope !== undefined) form.set('scope', scope);
  const answer = await fetch(`${hub.issuerUrl}/oauth2/token`, { method: 'POST', body: form });
  return ((await answer.json()) as { access_token: string }).access_token;
}

describe('the HTTP API', () => {
  it('passes the whole request and gives back what the function returns', async () => {
    const answer = await get('/open/echo?a=1&a=2', {
      method: 'POST',
      body: '{"x":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toMatchObject({
      routeKey: 'ANY /open/{proxy+}',
      body: '{"x":1}',
      isBase64Encoded: false,
      queryStringParameters: { a: '1,2' },
      pathParameters: { proxy: 'echo' },
    });
  });

  it('carries status, headers, cookies and bytes', async () => {
    const teapot = await get('/open/teapot');
    expect([
      teapot.status,
      teapot.headers.get('x-kind'),
      teapot.headers.getSetCookie(),
      await teapot.text(),
    ]).toEqual([418, 'pot', ['a=1', 'b=2'], 'short']);
    expect(new Uint8Array(await (await get('/open/bytes')).arrayBuffer())).toEqual(
      new Uint8Array([1, 2, 255]),
    );
  });

  it.each([
    ['/open/throw', 500],
    ['/open/malformed', 500],
    ['/nowhere', 404],
  ])('answers %s with %i', async (route, status) => {
    expect((await get(route)).status).toBe(status);
  });

  it('refuses more than 10 MB, and more than a function can be handed', async () => {
    const send = (length: number) =>
      get('/open/echo', {
        method: 'POST',
        body: 'x'.repeat(length),
        headers: { 'content-type': 'text/plain' },
      });
    expect((await send(10 * 1024 * 1024 + 1)).status).toBe(413);
    expect((await send(7 * 1024 * 1024)).status).toBe(413);
    expect((await send(2 * 1024 * 1024)).status).toBe(200);
  });
});

describe('tokens of the local issuer', () => {
  it('open a route to a system with its scope', async () => {
    const answer = await get('/things/1', bearer(await systemToken()));
    expect(await answer.json()).toMatchObject({
      routeKey: 'ANY /things/{id}',
      requestContext: {
        authorizer: {
          jwt: { claims: { client_id: 'reader', aud: 'sample' }, scopes: ['things:read', 'things:write'] },
        },
      },
    });
  });

  it('open it to a user, whose claims arrive as text', async () => {
    const token = await hub.mintUserToken({
      subject: 'pat',
      scope: 'things:read',
      claims: { teams: ['a', 'b'] },
    });
    const answer = await get('/things/latest', bearer(token));
    expect(await answer.json()).toMatchObject({
      routeKey: 'ANY /things/latest',
      requestContext: { authorizer: { jwt: { claims: { sub: 'pat', teams: '[a b]' } } } },
    });
  });

  it('do not open it without the scope, nor does their absence', async () => {
    const wrong = await get('/things/1', bearer(await systemToken('things:write')));
    expect([wrong.status, await wrong.json()]).toEqual([403, { message: 'Forbidden' }]);
    const none = await get('/things/1');
    expect([none.status, await none.json()]).toEqual([401, { message: 'Unauthorized' }]);
  });

  it('are minted for a person at this machine over HTTP', async () => {
    const user = JSON.stringify({ subject: 'sam', scope: 'things:read' });
    const minted = await fetch(`${hub.issuerUrl}/users/token`, { method: 'POST', body: user });
    const { access_token } = (await minted.json()) as { access_token: string };
    expect((await get('/things/1', bearer(access_token))).status).toBe(200);
  });
});

describe('a function', () => {
  it('has Lambda’s context', async () => {
    const { functionName, left } = (await (await get('/open/context')).json()) as {
      functionName: string;
      left: number;
    };
    expect(functionName).toMatch(/^Api/);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(10_000);
  });

  it('sees the hub’s time wherever it asks for the present, and nowhere else', async () => {
    await hub.setTime(new Date('2024-02-29T12:00:00Z'));
    const seen = (await (await get('/open/time')).json()) as Record<string, unknown>;
    expect(new Date(Number(seen['now'])).toISOString()).toMatch(/^2024-02-29T12:00:/);
    expect(seen['date']).toMatch(/^2024-02-29T12:00:/);
    expect(seen['text']).toMatch(/Feb 29 2024/);
    expect(seen).toMatchObject({ epoch: '1970-01-01T00:00:00.000Z', year: 2020, isDate: true });
  });

  it('reads a secret made up as the template says', async () => {
    expect(await (await get('/open/secret')).json()).toEqual({
      url: 'http://127.0.0.1',
      secret: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
    });
  });

  it('reaches queues at their URL', async () => {
    await get('/open/send', { method: 'POST', body: 'hello', headers: { 'content-type': 'text/plain' } });
    await hub.settled();
    const queues = new SQSClient(hub.awsConfig('sqs'));
    const { Messages } = await queues.send(new ReceiveMessageCommand({ QueueUrl: hub.queueUrl('Inbox') }));
    expect(Messages).toMatchObject([{ Body: 'hello' }]);
  });

  it('is refused by name what is not played', async () => {
    expect(await (await get('/open/unplayed')).json()).toEqual({
      refused: 'the local runner does not play AWSEvents.ListEventBuses',
    });
  });

  it('can be invoked by name', async () => {
    expect(await hub.invoke('Api', { rawPath: '/open/text' })).toBe('plain');
    await expect(hub.invoke('Api', { rawPath: '/open/throw' })).rejects.toThrow(/TypeError: told to throw/);
    await expect(hub.invoke('Nobody', {})).rejects.toThrow(/no function is called Nobody/);
  });
});

it('says in its outputs what the template says', async () => {
  expect(hub.outputs).toMatchObject({ TableName: hub.tableName('Things') });
  const manifest = await readFile(path.join(inject('sampleApp'), 'manifest.json'), 'utf8');
  expect(manifest).toContain('Sample.template.json');
});
