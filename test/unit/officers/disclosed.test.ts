import { describe, expect, it } from 'vitest';
import { type Role, roleSchema } from '../../../functions/core/views/roles.ts';
import { worklistSchema } from '../../../functions/core/worklists/worklist.ts';
import type { LocalReference } from '../../../schemas/reference.ts';
import { eventOf, flat4, instant, mrB } from '../../support/events.ts';
import { memoryApi } from '../../support/memory-api.ts';

const now = instant('2025-08-01T12:00:00Z');
const at = '2025-07-01T09:00:00Z';
const ofTenancy = { system: 'tenancy', at };
const sealed = (text: string, classification: 'operational' | 'personal' | 'special-category') => ({
  text,
  classification,
});

/** Everything personal that the hub can know of a home, each in words that stand nowhere else. */
const secrets = ['THE NAME', 'THE BASIS', 'THE NOTE', 'THE HEALTH', 'DOMESTIC ABUSE', 'THE PAYLOAD'];
const events = [
  eventOf({
    ...{ ...ofTenancy, type: 'housing.person.details-recorded.v1', persons: [mrB] },
    data: { person: mrB, name: 'THE NAME' },
  }),
  eventOf({
    ...{ ...ofTenancy, type: 'housing.tenancy.started.v1', home: flat4, persons: [mrB] },
    data: {
      ...{ tenancyReference: 'T-4' as LocalReference, tenure: 'Secure' },
      household: [{ person: mrB, responsible: true }],
    },
  }),
  eventOf({
    ...{ ...ofTenancy, type: 'housing.flag.asserted.v1', persons: [mrB] },
    data: {
      code: 'do-not-visit-alone',
      localCode: 'CV',
      approvedBy: 'A',
      basis: sealed('THE BASIS', 'special-category'),
    },
  }),
  eventOf({
    ...{ ...ofTenancy, type: 'housing.flag.asserted.v1', home: flat4 },
    data: { code: 'asbestos', localCode: 'A', basis: sealed('Artex, hall ceiling', 'operational') },
  }),
  eventOf({
    ...{ ...ofTenancy, type: 'housing.tenancy.contact-recorded.v1', home: flat4, persons: [mrB] },
    data: { channel: 'call', about: 'DOMESTIC ABUSE', note: sealed('THE NOTE', 'personal') },
  }),
  eventOf({
    ...{ type: 'housing.hazard.suspected.v1', system: 'complaints', at, home: flat4 },
    data: { hazard: 'damp-and-mould', note: sealed('THE HEALTH', 'special-category') },
  }),
];
const { paths } = memoryApi(events, now);
const queries = (path: string): Record<string, string>[] => {
  if (path === '/v1/cross-references') return [{ system: 'repairs' }];
  return path === '/v1/flags' ? worklistSchema.options.map(list => ({ list })) : [{}];
};
const everyRead = roleSchema.options.flatMap(role =>
  paths.flatMap(path => queries(path).map((query): [Role, string, object] => [role, path, query])),
);

describe.each(everyRead)('%s reading %s %o', (role, path, query) => {
  const asked = { role, path, uprn: flat4, query: { ...query } };
  const secretsIn = (body: string | undefined) => secrets.filter(secret => body?.includes(secret));

  it('is written down when, and only when, it shows something personal', async () => {
    const api = memoryApi(events, now);
    const { statusCode, body } = await api.get(asked);
    expect([200, 403, 404]).toContain(statusCode);
    expect(api.written.length > 0).toBe(secretsIn(body).length > 0);
    for (const read of api.written) {
      expect(read).toMatchObject({ officer: `a ${role}`, role, endpoint: `GET ${path}`, at: now });
    }
  });

  it('shows nothing personal when it cannot be written down', async () => {
    const { statusCode, body } = await memoryApi(events, now, { fails: true }).get(asked);
    const { body: shown } = await memoryApi(events, now).get(asked);
    expect(secretsIn(body)).toEqual([]);
    expect(statusCode === 503).toBe(secretsIn(shown).length > 0);
    if (statusCode !== 503) expect(body).toEqual(shown);
  });
});

describe('a page of a timeline', () => {
  const path = '/v1/properties/{uprn}/timeline';
  const page = async (role: Role, limit: string, cursor?: string) => {
    const query = { limit, ...(cursor !== undefined && { cursor }) };
    const { body } = await memoryApi(events, now).get({ role, path, uprn: flat4, query });
    return JSON.parse(body ?? '') as { entries: { id: string }[]; next?: string };
  };

  it('is as full for somebody from whom an entry is kept: the page does not tell', async () => {
    const { entries: all } = await page('repairs-officer', '50');
    expect(all).toHaveLength((await page('manager', '50')).entries.length - 1);
    for (let size = 1; size <= all.length; size += 1) {
      const first = await page('repairs-officer', String(size));
      expect(first.entries.map(({ id }) => id)).toEqual(all.slice(0, size).map(({ id }) => id));
      if (first.next === undefined) continue;
      const rest = await page('repairs-officer', '50', first.next);
      expect([...first.entries, ...rest.entries].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    }
  });
});

describe('a row', () => {
  it('says of each person which kinds of detail were shown, and what for', async () => {
    const api = memoryApi(events, now);
    const headers = { 'lintel-purpose': 'Visit on Monday' };
    await api.get({ role: 'housing-officer', path: '/v1/properties/{uprn}/timeline', uprn: flat4, headers });
    await api.get({ role: 'housing-officer', path: '/v1/properties/{uprn}/flags', uprn: flat4 });
    expect(api.written.map(({ about, details, purpose }) => [about, details, purpose])).toEqual([
      [`property/${flat4}`, ['personal-text', 'special-category-text'], 'Visit on Monday'],
      [`person/${mrB}`, ['personal-text', 'special-category-text'], 'Visit on Monday'],
      [`property/${flat4}`, ['flag-basis'], undefined],
      [`person/${mrB}`, ['flag-basis'], undefined],
    ]);
  });

  it('is written again for every repetition', async () => {
    const api = memoryApi(events, now);
    for (const _time of [1, 2, 3])
      await api.get({ role: 'manager', path: '/v1/properties/{uprn}', uprn: flat4 });
    expect(api.written.filter(({ about }) => about === `property/${flat4}`)).toHaveLength(3);
  });
});

describe('break-glass access', () => {
  const reason = 'Shouting heard next door, operative inside';
  const homePaths = paths.filter(path => path.startsWith('/v1/properties/{uprn}'));
  const asked = (path: string, headers: Record<string, string>) => ({
    ...{ role: 'repairs-officer' as const, path, uprn: flat4, headers },
  });

  it.each(homePaths)('shows everything of this one read of %s, and says that it is recorded', async path => {
    const api = memoryApi(events, now);
    const through = await api.get(asked(path, { 'break-glass': reason }));
    const after = await api.get(asked(path, {}));
    expect(through).toMatchObject({ statusCode: 200, headers: { 'break-glass': 'recorded' } });
    expect(JSON.parse(through.body ?? '')).toEqual(JSON.parse((await everythingOf(path)).body ?? ''));
    expect(after.headers).not.toHaveProperty('break-glass');
    expect(secrets.filter(secret => after.body?.includes(secret))).toEqual([]);
    expect(api.written[0]).toMatchObject({ about: `property/${flat4}`, brokeGlass: reason });
  });

  const everythingOf = (path: string) => memoryApi(events, now).get({ role: 'manager', path, uprn: flat4 });

  it.each(homePaths)('is recorded for %s of a home of which nothing is known', async path => {
    const api = memoryApi([], now);
    const { headers } = await api.get(asked(path, { 'break-glass': reason }));
    expect(headers).toHaveProperty('break-glass', 'recorded');
    expect(api.written).toMatchObject([{ details: [], brokeGlass: reason }]);
  });

  it.each(homePaths)('shows nothing of %s when it cannot be recorded', async path => {
    const api = memoryApi(events, now, { fails: true });
    const { statusCode, body } = await api.get(asked(path, { 'break-glass': reason }));
    expect(statusCode).toBe(503);
    expect(secrets.filter(secret => body?.includes(secret))).toEqual([]);
  });

  it.each(['', 'urgent', '     urgent     ', '....................', 'help help', 'a b', '12 34 56 78'])(
    'needs a reason in two words: “%s” is none',
    async none => {
      const answer = await memoryApi(events, now).get(
        asked('/v1/properties/{uprn}', { 'break-glass': none }),
      );
      expect(answer.statusCode).toBe(400);
      expect(JSON.parse(answer.body ?? '')).toMatchObject({ errors: [{ path: 'break-glass' }] });
    },
  );

  it.each(['Fire on the stairs', 'Screams, door locked', 'Man down'])(
    'takes a reason as short as “%s”',
    async short => {
      const { statusCode } = await memoryApi(events, now).get(
        asked('/v1/properties/{uprn}', { 'break-glass': short }),
      );
      expect(statusCode).toBe(200);
    },
  );

  it('opens no quarantine, and no list', async () => {
    const api = memoryApi(events, now);
    for (const path of paths.filter(one => !homePaths.includes(one))) {
      const { headers } = await api.get(asked(path, { 'break-glass': reason }));
      expect(headers).not.toHaveProperty('break-glass');
    }
    expect(api.written).toEqual([]);
  });
});
