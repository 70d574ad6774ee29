import { expect, it } from 'vitest';
import { listedEndpoints } from '../../../../functions/listed-endpoints.ts';
import type { Endpoint } from '../../../../functions/shell/http/endpoint.ts';
import type { ApiRequest } from '../../../../functions/shell/http/officer-request.ts';
import { answering } from '../../../../functions/shell/http/serve.ts';
import { routed } from '../../../support/routed.ts';

const access = { system: 'repairs', claimNames: new Map<string, string>() };
const endpoint = (method: string, path: string) =>
  ({
    ...{ method, path, scopes: ['lintel/read'], shows: 'nothing' },
    answer: () => Promise.resolve({ statusCode: 200, body: `${method} ${path}` }),
  }) as unknown as Endpoint<object>;
const answer = answering(
  listedEndpoints.map(({ method, path }) => endpoint(method, path)),
  {},
  access,
);
const asked = (method: string, path: string) =>
  ({
    ...{ rawPath: path, requestContext: { authorizer: { jwt: { claims: { scope: 'lintel/read' } } } } },
    ...routed(method, path),
  }) as unknown as ApiRequest;

it.each(listedEndpoints)('$method $path is answered at its own route, and no other', async one => {
  const path = one.path.replace('{system}', 'repairs').replaceAll(/\{\w+\}/g, 'x1');
  expect(await answer(asked(one.method, path))).toMatchObject({ body: `${one.method} ${one.path}` });
});

it('refuses a route that the template should not have given it', () => {
  expect(() => answer(asked('GET', '/v1/nothing'))).toThrow('No endpoint of this function is $default');
  expect(() => answer(asked('POST', '/v1/systems/leaks/events'))).toThrow('POST /v1/systems/leaks/events');
});
