import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { requestEvent } from '../../../http-api/request-event.ts';

function event(
  headers: IncomingHttpHeaders,
  body: string | Buffer = '',
  query = '',
): Record<string, unknown> {
  const route = { key: 'POST /things/{id}', functionName: 'api', authorizer: undefined, scopes: [] };
  return requestEvent({
    method: 'POST',
    url: new URL(`http://127.0.0.1:1234/things/a%20b${query}`),
    headers,
    body: Buffer.from(body),
    match: { route, pathParameters: { id: 'a b' } },
    authorized: { claims: { sub: 'pat' }, scopes: ['read'] },
    apiId: 'api',
    stage: '$default',
    requestId: 'r1',
    now: new Date('2025-03-01T09:08:07Z'),
  }) as Record<string, unknown>;
}

describe('the event of a request', () => {
  it('has the shape of payload format 2.0', () => {
    const headers = { 'content-type': 'application/json', cookie: 'a=1; b=2', 'user-agent': 'test' };
    expect(event(headers, '{}', '?q=1&q=2&r=x')).toEqual({
      version: '2.0',
      routeKey: 'POST /things/{id}',
      rawPath: '/things/a%20b',
      rawQueryString: 'q=1&q=2&r=x',
      cookies: ['a=1', 'b=2'],
      headers: { 'content-type': 'application/json', 'user-agent': 'test' },
      queryStringParameters: { q: '1,2', r: 'x' },
      pathParameters: { id: 'a b' },
      body: '{}',
      isBase64Encoded: false,
      requestContext: {
        accountId: '000000000000',
        apiId: 'api',
        authorizer: { jwt: { claims: { sub: 'pat' }, scopes: ['read'] } },
        domainName: '127.0.0.1:1234',
        domainPrefix: 'api',
        http: {
          method: 'POST',
          path: '/things/a%20b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId: 'r1',
        routeKey: 'POST /things/{id}',
        stage: '$default',
        time: '01/Mar/2025:09:08:07 +0000',
        timeEpoch: 1740820087000,
      },
    });
  });

  it('leaves out what is not there', () => {
    const made = event({});
    for (const absent of ['body', 'cookies', 'queryStringParameters'])
      expect(made).not.toHaveProperty(absent);
  });

  it.each([
    ['text/csv; charset=utf-8', false],
    ['application/json', false],
    ['Application/JSON;charset=UTF-8', false],
    ['application/xml', false],
    ['application/vnd.api+json', true],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    [undefined, true],
  ])('hands over %s as base64: %s', (type, isBase64Encoded) => {
    const body = isBase64Encoded ? Buffer.from('né').toString('base64') : 'né';
    expect(event(type === undefined ? {} : { 'content-type': type }, 'né')).toMatchObject({
      body,
      isBase64Encoded,
    });
  });
});
