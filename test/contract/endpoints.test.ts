import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { personalFields } from '../../functions/core/views/disclosure.ts';
import { endpoints } from '../../functions/endpoints.ts';
import { openApiDocument } from '../../functions/openapi-document.ts';
import type { Endpoint } from '../../functions/shell/http/endpoint.ts';
import type { ApiRequest } from '../../functions/shell/http/officer-request.ts';
import { guarded, noSuchEndpoint } from '../../functions/shell/http/serve.ts';

type Any = Endpoint<object>;

const all = Object.entries(endpoints).flatMap(([by, own]) =>
  (own as unknown as readonly Any[]).map(endpoint => ({
    by,
    endpoint,
    name: `${endpoint.method} ${endpoint.path}`,
  })),
);
const ofOfficers = all.filter(({ endpoint }) => endpoint.shows !== 'own-data');
const deps = { tokens: { roleClaim: 'role', claimNames: new Map() }, now: () => '2026-01-01T00:00:00.000Z' };

function requestOf(claims: Record<string, string>, pathParameters: Record<string, string> = {}): ApiRequest {
  return {
    headers: { 'idempotency-key': 'k', 'if-match': '"1"' },
    pathParameters,
    queryStringParameters: {},
    body: '{}',
    requestContext: { requestId: 'r', authorizer: { jwt: { claims } } },
  } as unknown as ApiRequest;
}

it('no two endpoints are one', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

describe.each(all)('$name', ({ endpoint, name }) => {
  it('names every parameter of its path, and no other', () => {
    const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)]
      .map(([, it]) => it)
      .filter(it => it !== 'system');
    expect(Object.keys(endpoint.params?.shape ?? {}).toSorted()).toEqual(inPath.toSorted());
  });

  it('is described with its scopes, its answers and its problems', () => {
    const operations = openApiDocument().paths?.[endpoint.path] as Record<string, Record<string, unknown>>;
    const { security, responses } = operations[endpoint.method.toLowerCase()] ?? {};
    expect((security as object[]).flatMap(Object.values).flat()).toEqual(endpoint.scopes);
    const statuses = [
      ...Object.keys(endpoint.answers),
      ...Object.keys(endpoint.problems ?? {}),
      '401',
      '403',
    ];
    expect(Object.keys(responses as object)).toEqual(expect.arrayContaining(statuses));
  });

  it('takes the right to read, to write or to publish, by what it does and for whom', () => {
    const [own, ...others] = endpoint.scopes;
    const officers = endpoint.method === 'GET' ? 'lintel/read' : 'lintel/write';
    expect(own).toBe(endpoint.path.includes('{system}') ? 'lintel/{system}.publish' : officers);
    expect(others).toEqual(endpoint.path.endsWith('/resend') ? ['lintel/write'] : []);
  });

  it('changes nothing by a GET, and takes more than the right to read for anything else', () => {
    const reads = endpoint.scopes.some(scope => scope === 'lintel/read');
    expect(reads, name).toBe(endpoint.method === 'GET' && !endpoint.path.includes('{system}'));
  });
});

/** Where an answer would say something of a person: such an answer has to be written to the audit. */
const personal = ['name', 'basis', 'assertedBy', 'payload', 'household', 'text'];

it.each(all.filter(({ endpoint }) => endpoint.shows === 'nothing' || endpoint.shows === 'the-decision'))(
  '$name shows nothing of people: a field such as a name needs shows: personal',
  ({ endpoint }) => {
    for (const { schema } of Object.values(endpoint.answers)) {
      expect(personal.filter(field => fieldsIn(schema).has(field))).toEqual([]);
    }
  },
);

it.each(all.filter(({ endpoint }) => endpoint.shows === 'personal'))(
  '$name discloses what its answer has fields for',
  ({ endpoint }) => {
    const fields = Object.values(endpoint.answers).flatMap(({ schema }) => [...fieldsIn(schema)]);
    const details = fields.flatMap(field => personalFields[field] ?? []);
    expect(endpoint.discloses, 'Add what is missing to the endpoint’s discloses').toEqual(
      expect.arrayContaining(details),
    );
  },
);

/** Every scope that there is, of two systems. */
const everyScope = ['lintel/read', 'lintel/write', 'lintel/repairs.publish', 'lintel/leaks.publish'];

describe.each(all)('$name', ({ endpoint }) => {
  const system = endpoint.path.includes('{system}') ? { system: 'repairs' } : {};
  const own = endpoint.scopes.map(scope => scope.replace('{system}', 'repairs'));
  /** Who is let in, by the one scope that they have; whether they may do what they ask is not looked at. */
  async function isLetIn(claims: Record<string, string>) {
    let ran = false;
    const watched = {
      ...endpoint,
      answer() {
        ran = true;
        return Promise.resolve({ statusCode: 200 });
      },
    };
    const answer = await guarded(watched, {}, { ...system, claimNames: new Map() })(requestOf(claims));
    if (!ran) {
      expect(answer).toMatchObject({ statusCode: 403 });
      expect(answer.headers?.['www-authenticate']).toContain('insufficient_scope');
    }
    return ran;
  }

  it('lets nobody in but by its own scopes, whichever claim has them', async () => {
    for (const claim of ['scope', 'scp', 'roles']) {
      const letIn: string[] = [];
      for (const scope of everyScope)
        if (await isLetIn({ [claim]: scope, role: 'manager' })) letIn.push(scope);
      expect(letIn.toSorted(), claim).toEqual(own.toSorted());
    }
  });

  it('lets nobody in without a scope, or with one that only looks like its own', async () => {
    for (const scope of ['', 'openid', ...own.flatMap(one => [`${one}x`, `x${one}`, one.toUpperCase()])])
      expect(await isLetIn({ scope, role: 'manager', groups: own.join(' ') }), scope).toBe(false);
  });
});

function fieldsIn(schema: z.ZodType): Set<string> {
  const fields = new Set<string>();
  JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }), (_key, value) => {
    for (const field of Object.keys(value?.properties ?? {})) fields.add(field);
    return value;
  });
  return fields;
}

describe.each(ofOfficers)('$name', ({ endpoint }) => {
  it('answers nobody without a role', async () => {
    const { statusCode, headers } = await endpoint.answer(deps, requestOf({ sub: 'somebody' }));
    expect(statusCode).toBe(403);
    expect(headers?.['content-type']).toBe('application/problem+json');
  });

  it.runIf(endpoint.params !== undefined)('names what is wrong in its path', async () => {
    const wrong = Object.fromEntries(Object.keys(endpoint.params?.shape ?? {}).map(name => [name, ' ']));
    const answer = await endpoint.answer(deps, requestOf({ role: 'manager', sub: 'm' }, wrong));
    expect(answer.statusCode).toBe(400);
    expect(JSON.parse(answer.body ?? '').errors[0].path).toBe(Object.keys(wrong)[0]);
  });

  it('answers a failure of the hub as a problem, and says nothing of what it was', async () => {
    const none = new Proxy(deps, {
      get: (target, name) => {
        if (name in target) return target[name as keyof typeof target];
        throw new Error('table lintel-records: no route');
      },
    });
    const params = { uprn: '200000471104', id: 'active-leak~property~200000471104', ref: 'tenancy:1' };
    const answer = await endpoint.answer(
      none,
      requestOf({ role: 'data-protection-officer', sub: 'd' }, params),
    );
    expect(answer.headers?.['content-type']).toBe('application/problem+json');
    expect(answer.body).not.toContain('lintel-records');
  });
});

describe('where there is no endpoint', () => {
  const list = all.map(({ endpoint }) => endpoint);
  const at = (method: string, path: string) => noSuchEndpoint(list, ['repairs'], { method, path });

  it('says which methods a path takes', () => {
    const answer = at('DELETE', '/v1/properties/200000471104/flags');
    expect(answer).toMatchObject({ statusCode: 405, headers: { allow: 'GET, POST' } });
  });

  it('says which systems there are', () => {
    const answer = at('POST', '/v1/systems/lettings/events');
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('The systems are: repairs');
  });

  it('says what there is', () => {
    const answer = at('GET', '/v1/persons/tenancy:1/access');
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('GET /v1/properties/{uprn}/timeline');
  });
});
