import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoints } from '../../functions/endpoints.ts';
import { openApiDocument } from '../../functions/openapi-document.ts';
import type { Deprecated } from '../../functions/shell/http/deprecated.ts';
import type { Endpoint } from '../../functions/shell/http/endpoint.ts';
import type { ApiRequest } from '../../functions/shell/http/officer-request.ts';
import { guarded } from '../../functions/shell/http/serve.ts';
import { asyncApiDocument } from '../../schemas/asyncapi.ts';
import { catalogue } from '../../schemas/catalogue.ts';
import { defineEvent } from '../../schemas/event-definition.ts';

const deprecated: Deprecated = { since: '2027-01-01', sunset: '2028-01-01', instead: '/v1/properties' };
const headers = {
  deprecation: '@1798761600',
  sunset: 'Sat, 01 Jan 2028 00:00:00 GMT',
  link: '</v1/properties>; rel="successor-version"',
};
const all = Object.values(endpoints).flat() as unknown as readonly Endpoint<object>[];
const withFlagsDeprecated = (how: Deprecated) =>
  all.map(one => (one.path === '/v1/flags' ? { ...one, deprecated: how } : one));
const flags = (how = deprecated): Endpoint<object> => {
  const found = withFlagsDeprecated(how).find(({ path }) => path === '/v1/flags');
  if (found === undefined) throw new Error('There is no GET /v1/flags');
  return found;
};

describe('a deprecated endpoint', () => {
  const ask = (scope: string, answer: () => Promise<object>) => {
    const request = {
      headers: {},
      requestContext: { authorizer: { jwt: { claims: { scope, role: 'manager' } } } },
    } as unknown as ApiRequest;
    return guarded({ ...flags(), answer }, {}, { claimNames: new Map() })(request);
  };

  it('says so in every answer, and keeps what the answer says', async () => {
    const answer = await ask('lintel/read', () =>
      Promise.resolve({ statusCode: 200, headers: { etag: '"1"' } }),
    );
    expect(answer).toEqual({ statusCode: 200, headers: { etag: '"1"', ...headers } });
  });

  it('says so in a refusal', async () => {
    const answer = await ask('lintel/write', () => Promise.reject(new Error('it ran')));
    expect(answer).toMatchObject({ statusCode: 403, headers });
  });

  it('is described so: on the operation, and the headers on every answer of the hub’s own', () => {
    const { paths } = JSON.parse(JSON.stringify(openApiDocument(withFlagsDeprecated(deprecated))));
    const { get } = paths['/v1/flags'];
    expect(get).toMatchObject({ deprecated: true, 'x-sunset': '2028-01-01' });
    expect(get.description).toContain('Deprecated since 2027-01-01: use `/v1/properties`.');
    for (const [status, answer] of Object.entries<{ headers?: object }>(get.responses)) {
      const said = Object.keys(answer.headers ?? {});
      if (status === '401' || status === '429') expect(said).toEqual([]);
      else expect(said, status).toEqual(expect.arrayContaining(Object.keys(headers)));
    }
    expect(paths['/v1/properties'].get.deprecated).toBeUndefined();
  });
});

describe('a deprecation is refused', () => {
  it('that leaves less than a year', () => {
    const hasty = withFlagsDeprecated({ ...deprecated, sunset: '2027-12-31' });
    expect(() => openApiDocument(hasty)).toThrow('give callers a year');
  });

  it('for something that is not there', () => {
    const nowhere = withFlagsDeprecated({ ...deprecated, instead: '/v2/properties' });
    expect(() => openApiDocument(nowhere)).toThrow('/v2/properties, which is no endpoint');
  });
});

describe('a deprecated event', () => {
  const event = defineEvent({
    type: 'housing.leak.mapped.v1',
    title: 'Where a leak runs',
    classification: 'operational',
    reaches: ['home'],
    deprecated: { since: '2027-01-01', instead: 'housing.leak.mapped.v2' },
    data: {},
  });

  it('is so by its schema, and the document of the bus says what to read instead', () => {
    expect(z.toJSONSchema(event.schema)).toMatchObject({ title: 'Where a leak runs', deprecated: true });
    const { components } = asyncApiDocument(() => ({}), [event]);
    expect(components.messages['housing.leak.mapped.v1']?.description).toBe(
      'Deprecated since 2027-01-01: read housing.leak.mapped.v2. Kept by: home. Usual classification: operational.',
    );
  });

  it('and no other is', () => {
    for (const { schema } of catalogue)
      expect(z.toJSONSchema(schema, { io: 'input' })).not.toHaveProperty('deprecated');
  });
});
