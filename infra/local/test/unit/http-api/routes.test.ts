import { describe, expect, it } from 'vitest';
import { findRoute } from '../../../http-api/routes.ts';

const routes = [
  '$default',
  'ANY /{proxy+}',
  'GET /pets/{proxy+}',
  'GET /pets/dog/{id}',
  'GET /pets/dog/1',
  'ANY /pets/dog/{id}',
  'POST /v1/systems/{system}/events',
  'GET /a.b/{x}',
].map(key => ({ key, functionName: key, authorizer: undefined, scopes: [] }));

/** The first four are the examples of API Gateway's own documentation. */
const rows: readonly (readonly [string, string, string, Record<string, string>])[] = [
  ['GET', '/pets/dog/1', 'GET /pets/dog/1', {}],
  ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
  ['GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
  ['POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
  ['DELETE', '/pets/dog/1', 'ANY /pets/dog/{id}', { id: '1' }],
  ['POST', '/v1/systems/repairs/events', 'POST /v1/systems/{system}/events', { system: 'repairs' }],
  ['GET', '/v1/systems/repairs/events', 'ANY /{proxy+}', { proxy: 'v1/systems/repairs/events' }],
  ['GET', '/pets/dog/a%20b', 'GET /pets/dog/{id}', { id: 'a b' }],
  ['GET', '/pets/dog/%', 'GET /pets/dog/{id}', { id: '%' }],
  ['GET', '/a.b/1', 'GET /a.b/{x}', { x: '1' }],
  ['GET', '/aXb/1', 'ANY /{proxy+}', { proxy: 'aXb/1' }],
  ['GET', '/', '$default', {}],
];

describe('routes', () => {
  it.each(rows)('%s %s goes to %s', (method, path, key, pathParameters) => {
    expect(findRoute(routes, method, path)).toEqual({
      route: expect.objectContaining({ key }),
      pathParameters,
    });
  });

  it('lead nowhere when none matches', () => {
    expect(findRoute(routes.slice(2), 'GET', '/other')).toBeUndefined();
    expect(findRoute(routes.slice(2), 'GET', '/pets/dog/')?.route.key).toBe('GET /pets/{proxy+}');
  });
});
