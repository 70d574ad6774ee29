import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../functions/endpoints.ts';
import { searchResponse, timelineResponse } from '../../functions/officers/properties/contract.ts';
import { chunksOf } from '../../functions/shell/chunks.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { hostileRequests } from './support/hostile.ts';
import { type Answer, makeRequests, problemJson, publishToken, roleToken } from './support/request.ts';
import { raiseRepair } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';
import { roleClaims, shapes, tokenWith } from './support/tokens.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;
let token: string;

beforeAll(async () => {
  landlord = await hubs.start({ roleClaim: roleClaims });
  token = await roleToken(landlord.hub, 'manager');
});
afterAll(() => hubs.stop());

function get(path: string, as: string = token): Promise<Answer> {
  return makeRequests(landlord.hub)({ path: `/v1/properties${path}`, token: as });
}

describe('who may read', () => {
  it('nobody without the scope, and nobody without a role that the hub knows', async () => {
    const { hub } = landlord;
    const publisher = await hub.mintUserToken({ subject: 'repairs', scope: 'lintel/repairs.publish' });
    const nobody = await hub.mintUserToken({ subject: 'x', scope: 'lintel/read' });
    const stranger = await hub.mintUserToken({
      subject: 'x',
      scope: 'lintel/read',
      claims: { role: 'mayor' },
    });
    expect(await get(`/${flat(4)}`, publisher)).toMatchObject({ status: 403 });
    for (const unknown of [nobody, stranger]) {
      const answer = await get(`/${flat(4)}`, unknown);
      expect(answer).toMatchObject({ status: 403, contentType: problemJson });
      expect(answer.body).toMatchObject({ detail: expect.stringContaining('repairs-officer') });
    }
  });
});

describe('tokens', () => {
  const every = Object.values(endpoints).flat();
  const named = (path: string) => path.replace('{system}', 'repairs').replaceAll(/\{\w+\}/g, 'x');

  it('get no answer from any endpoint without one of its scopes, in whichever claim they have others', async () => {
    const scopes = [
      'openid',
      'lintel/read',
      'lintel/write',
      'lintel/repairs.publish',
      'lintel/leaks.publish',
    ];
    const claims = { role: 'manager', roles: ['data-protection-officer'], groups: scopes };
    for (const { method, path, scopes: own } of every) {
      const others = scopes.filter(scope => !own.some(one => named(one) === scope));
      expect(others.length).toBeGreaterThan(2);
      for (const [index, scope] of others.entries()) {
        const held = [{ scope }, { scp: [scope] }, { ...claims, roles: [...claims.roles, scope] }][index % 3];
        const answer = await makeRequests(landlord.hub)({
          ...{ method, path: named(path), token: await tokenWith(landlord.hub, { ...claims, ...held }) },
          ...(method !== 'GET' && { contentType: 'application/json', body: '{}' }),
        });
        expect(answer, `${method} ${path} with ${scope}`).toMatchObject({
          ...{ status: 403, contentType: problemJson, body: { title: 'Not with this token' } },
        });
        expect(answer.headers.get('www-authenticate')).toContain('insufficient_scope');
      }
    }
  });

  it.each(shapes)(
    'of $issuer let an application publish for its own system alone',
    async ({ application }) => {
      const own = await tokenWith(landlord.hub, application('lintel/repairs.publish'));
      const other = await tokenWith(landlord.hub, application('lintel/leaks.publish'));
      const publish = (bearer: string) =>
        makeRequests(landlord.hub)({
          ...{ method: 'POST', path: '/v1/systems/repairs/events', contentType: 'application/json' },
          ...{ token: bearer, body: JSON.stringify(raiseRepair('D-any-issuer', '00099998')) },
        });
      expect(await publish(own)).toMatchObject({ status: 202 });
      expect(await publish(other)).toMatchObject({ status: 403 });
    },
  );

  it.each(shapes)('of $issuer let an officer act in all of their roles, or in one', async ({ officer }) => {
    const token = await tokenWith(landlord.hub, officer(['manager', 'surveyor', 'something-else']));
    const read = (headers = {}) =>
      makeRequests(landlord.hub)({ path: `/v1/properties/${flat(1)}`, token, headers });
    const both = await read();
    expect(both.status).toBe(200);
    expect(both.headers.get('lintel-roles')).toBe('surveyor manager');
    expect((await read({ 'lintel-role': 'surveyor' })).headers.get('lintel-roles')).toBe('surveyor');
    expect(await read({ 'lintel-role': 'leaks-officer' })).toMatchObject({ status: 403 });
  });
});

describe('what is asked wrongly', () => {
  it('never has the hub fail: each endpoint answers for each of its parameters', async () => {
    const { hub } = landlord;
    await makeRequests(hub)({
      ...{ method: 'POST', path: '/v1/systems/repairs/events', contentType: 'application/json' },
      token: await publishToken(hub, 'repairs'),
      body: JSON.stringify([raiseRepair('H-1', '00047104'), raiseRepair('H-2', '00099999')]),
    });
    await hub.settled();
    const tokens = {
      repairs: await publishToken(hub, 'repairs'),
      manager: token,
      auditor: await roleToken(hub, 'data-protection-officer'),
    };
    const all = hostileRequests();
    expect(all.length).toBeGreaterThan(2_000);
    const failed: string[] = [];
    for (const some of chunksOf(all, 8)) {
      const answers = await Promise.all(
        some.map(async ({ request, what, system }) => {
          const isAudit = request.path.startsWith('/v1/audit');
          const as = system === undefined ? (isAudit ? tokens.auditor : tokens.manager) : tokens.repairs;
          const { status } = await makeRequests(hub)({ ...request, token: as });
          return status >= 500 ? [`${status} ${what}`] : [];
        }),
      );
      failed.push(...answers.flat());
    }
    expect(failed).toEqual([]);
  });

  it.each([
    ['timeline?from=2025-06-01&until=2025-05-01', 'until'],
    ['timeline?from=9999-12-31', 'from'],
    ['timeline?until=0000-01-01', 'until'],
  ])('is told which parameter, and why: %s', async (path, parameter) => {
    expect(await get(`/${flat(4)}/${path}`)).toMatchObject({
      status: 400,
      body: { errors: [{ path: parameter, message: expect.any(String) }] },
    });
  });

  it('is told that a cursor is another list’s', async () => {
    const list = async (query: string) =>
      makeRequests(landlord.hub)({ path: `/v1/quarantine?${query}`, token });
    await makeRequests(landlord.hub)({
      ...{ method: 'POST', path: '/v1/systems/repairs/events', contentType: 'application/json' },
      token: await publishToken(landlord.hub, 'repairs'),
      body: JSON.stringify([raiseRepair('H-3', '00099999'), raiseRepair('H-4', '00099999')]),
    });
    const { next } = (await list('limit=1')).body as { next: string };
    expect(await list(`limit=1&cursor=${next}`)).toMatchObject({ status: 200 });
    for (const other of ['state=resubmitted', 'system=complaints'])
      expect(await list(`${other}&cursor=${next}`)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'cursor', message: expect.stringContaining('list') }] },
      });
  });

  it('is told every wrong parameter (400)', async () => {
    const answer = await get(`/${flat(4)}/timeline?limit=0&from=yesterday`);
    expect(answer).toMatchObject({ status: 400, contentType: problemJson });
    const { errors } = answer.body as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['from', 'limit']);
    expect(await get('/12x4')).toMatchObject({ status: 400, body: { errors: [{ path: 'uprn' }] } });
    expect(await get(`/${flat(4)}/timeline?cursor=nonsense`)).toMatchObject({ status: 400 });
    expect(await get('?postcode=SE15%204PT&reference=1')).toMatchObject({ status: 400 });
  });

  it('is not found when the gazetteer has no such property, or the API no such path (404)', async () => {
    for (const path of ['/999', '/999/flags', '/999/timeline', `/${flat(4)}/garden`]) {
      expect(await get(path)).toMatchObject({ status: 404, contentType: problemJson });
    }
  });
});

describe('finding a home', () => {
  const found = async (query: string) => {
    const { status, body } = await get(`?${query}`);
    expect(status).toBe(200);
    return searchResponse.parse(body).properties.map(({ uprn }) => uprn);
  };

  it('by a reference of any system, with its zeros, and of one system only', async () => {
    expect(await found('reference=00047104')).toEqual([flat(4)]);
    expect(await found('reference=47104')).toEqual([]);
    expect(await found('reference=00047104&system=tenancy')).toEqual([]);
    for (const written of [
      'LARCH%20HO/FLAT%207',
      'larch%20ho/flat%207',
      '%C2%A0Larch%20Ho/Flat%207%E2%80%8B',
    ])
      expect(await found(`reference=${written}`), written).toEqual([flat(7)]);
  });

  it('by postcode and by an address as people write it', async () => {
    expect(await found('postcode=se154pt')).toHaveLength(13);
    expect(await found('address=Flat%204,%20Larch%20Hse,%20Linden%20Rd%20SE15')).toEqual([flat(4)]);
    expect(await found('address=4%20Larch%20House')).toEqual([flat(4)]);
  });
});

describe('a timeline', () => {
  beforeAll(async () => {
    const days = ['02', '03', '04', '05', '06', '07', '08'];
    const jobs = days.map(day =>
      raiseRepair(`P-${day}`, '00047108', { dateRaised: `2025-06-${day}T09:00:00Z` }),
    );
    const body = JSON.stringify(jobs);
    await landlord.system('repairs').post({ contentType: 'application/json', body });
    await landlord.hub.settled();
  });

  const page = async (query: string) => {
    const { status, body } = await get(`/${flat(8)}/timeline?${query}`);
    expect(status).toBe(200);
    return timelineResponse.parse(body);
  };
  const days = ({ entries }: Awaited<ReturnType<typeof page>>) =>
    entries.map(one => one.happenedAt.slice(8, 10));

  it('comes page by page, latest first, every entry once', async () => {
    const first = await page('limit=3');
    const second = await page(`limit=3&cursor=${first.next}`);
    const third = await page(`limit=3&cursor=${second.next}`);
    expect([first, second, third].flatMap(days)).toEqual(['08', '07', '06', '05', '04', '03', '02']);
    expect(third.next).toBeUndefined();
  });

  it('is filtered by when it happened and by what it was', async () => {
    expect(days(await page('from=2025-06-04&until=2025-06-06'))).toEqual(['05', '04']);
    expect(days(await page('type=repair&limit=200'))).toHaveLength(7);
    expect(days(await page('type=leak'))).toEqual([]);
  });
});
