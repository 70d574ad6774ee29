import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { Role } from '../../../functions/core/views/roles.ts';
import type { Worklist } from '../../../functions/core/worklists/worklist.ts';
import { worklistResponse } from '../../../functions/officers/flags/worklist-contract.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { LocalReference } from '../../../schemas/reference.ts';
import { eventOf, flat4, instant, mrB } from '../../support/events.ts';
import { hale, lindqvist, okafor, sayingsOf } from '../../support/flag-sayings.ts';
import { memoryApi } from '../../support/memory-api.ts';

const alone = sayingsOf('do-not-visit-alone');
const id = 'do-not-visit-alone~person~tenancy.3amr-b';
const [at, later] = ['2025-07-07T09:00:00Z', '2025-07-09T09:00:00Z'];
const now = '2025-08-01T12:00:00Z';
const ofTenancy = { system: 'tenancy', at };
const livesHere = [
  eventOf({
    ...{ ...ofTenancy, type: 'housing.person.details-recorded.v1', persons: [mrB] },
    data: { person: mrB, name: 'Bert Brown' },
  }),
  eventOf({
    ...{ ...ofTenancy, type: 'housing.tenancy.started.v1', home: flat4, persons: [mrB] },
    data: {
      ...{ tenancyReference: 'T-4' as LocalReference, tenure: 'Secure' },
      household: [{ person: mrB, responsible: true }],
    },
  }),
];

/** What a list has, for a role, once some events were heard. */
async function listed(
  list: Worklist,
  events: readonly SystemEvent[],
  {
    role = 'manager',
    when = now,
    query = {},
  }: { role?: Role; when?: string; query?: Record<string, string> } = {},
): Promise<z.infer<typeof worklistResponse>> {
  const api = memoryApi([...livesHere, ...events], instant(when));
  const asked = { role, path: '/v1/flags', uprn: flat4, query: { list, ...query } };
  const { statusCode, body } = await api.get(asked);
  expect(statusCode).toBe(200);
  return worklistResponse.parse(JSON.parse(body ?? ''));
}

describe('an entry', () => {
  it('of a review says until when the flag warns anybody, and what to do', async () => {
    const due = '2026-02-01T12:00:00Z';
    const { entries } = await listed('reviews-due', [alone.asserts('tenancy', at)], { when: due });
    expect(entries).toMatchObject([
      {
        ...{ owner: 'tenancy-enforcement', name: 'Bert Brown', homes: [{ uprn: flat4, address: '' }] },
        ...{ since: '2026-01-03T00:00:00.000Z', by: '2026-07-07' },
        post: [`/v1/flags/${id}/review`, `/v1/flags/${id}/clear`],
        flag: { id, state: 'review-due', reviewDue: '2026-01-03' },
      },
    ]);
    expect(entries[0]?.todo).toContain('review it');
  });

  it('of a suspended flag says since when nobody is warned', async () => {
    const { entries } = await listed('suspended', [alone.asserts('tenancy', at)], {
      when: '2026-09-01T12:00:00Z',
    });
    expect(entries).toMatchObject([{ since: '2026-07-06T23:00:00.000Z', flag: { state: 'suspended' } }]);
    expect(entries[0]).not.toHaveProperty('by');
  });

  it('of what an officer raised asks for a second person', async () => {
    const { entries } = await listed('pending-approval', [alone.raises(okafor, at)]);
    const post = [`/v1/flags/${id}/approve`, `/v1/flags/${id}/refuse`];
    expect(entries).toMatchObject([{ since: instant(at), post, flag: { state: 'pending-approval' } }]);
    expect((await listed('quarterly-review', [alone.raises(okafor, at)])).entries).toMatchObject([{ post }]);
  });

  it('of a clearance that waits says since when it was asked for, to all who may agree', async () => {
    const events = [alone.asserts('tenancy', at), alone.requestsClearance(okafor, later)];
    const { entries } = await listed('pending-approval', events, { role: 'housing-officer' });
    const post = [`/v1/flags/${id}/approve`, `/v1/flags/${id}/refuse`];
    expect(entries).toMatchObject([{ since: instant(later), post }]);
    expect((await listed('pending-approval', [...events, alone.clears(lindqvist, now)])).entries).toEqual([]);
  });

  it('of a proposal is not in force', async () => {
    const { entries } = await listed('proposed', [alone.raises(hale, at)]);
    expect(entries).toMatchObject([
      { flag: { state: 'proposed' }, post: [`/v1/flags/${id}/approve`, `/v1/flags/${id}/refuse`] },
    ]);
  });

  it('of a conflict says since when which system denies it', async () => {
    const events = [alone.asserts('tenancy', at), alone.withdraws('repairs', later)];
    const { entries } = await listed('conflicts', events, { role: 'enforcement-officer' });
    expect(entries).toMatchObject([
      {
        since: instant(later),
        flag: { conflict: { deniedBy: ['repairs'] } },
        post: [`/v1/flags/${id}/review`, `/v1/flags/${id}/clear`],
      },
    ]);
    expect((await listed('conflicts', events, { role: 'housing-officer' })).entries).toEqual([]);
    const reviewed = alone.reviews(okafor, now, '2025-12-01');
    expect((await listed('conflicts', [...events, reviewed])).entries).toEqual([]);
  });

  it('of somebody who was not told asks to tell, until somebody did or said why not', async () => {
    const asserted = alone.asserts('tenancy', at);
    const { entries } = await listed('untold', [asserted]);
    expect(entries).toMatchObject([{ since: instant(at), post: [`/v1/flags/${id}/told`] }]);
    for (const informed of [true, false]) {
      expect((await listed('untold', [asserted, alone.tells(okafor, later, informed)])).entries).toEqual([]);
    }
  });
});

describe('the quarterly review', () => {
  const events = [
    alone.asserts('tenancy', '2025-05-01T09:00:00Z'),
    alone.reviews(okafor, '2025-06-30T09:00:00Z', '2025-11-01'),
  ];
  const told = alone.tells(okafor, later, true);

  it('shows what was decided in the quarter, and not before, to those who see why the flag stands', async () => {
    expect((await listed('quarterly-review', events)).entries[0]).not.toHaveProperty('decided');
    const { entries } = await listed('quarterly-review', [...events, told]);
    expect(entries).toMatchObject([
      {
        since: '2025-06-30T23:00:00.000Z',
        by: '2025-09-30',
        decided: [{ decision: 'told', by: { officer: 'a.okafor' } }],
      },
    ]);
    const toDataProtection = await listed('quarterly-review', [...events, told], {
      role: 'data-protection-officer',
    });
    expect(toDataProtection.entries).toHaveLength(1);
    expect(toDataProtection.entries[0]).not.toHaveProperty('decided');
  });
});

describe('a list', () => {
  const many = (['do-not-attend', 'seek-advice', 'verbal-abuse'] as const).map((code, index) =>
    sayingsOf(code).asserts('tenancy', `2025-07-0${index + 1}T09:00:00Z`),
  );

  it('has of one page the most urgent first', async () => {
    const { entries } = await listed('untold', many);
    expect(entries.map(({ flag }) => flag.severity)).toEqual(['critical', 'high', 'medium']);
  });

  it('comes page by page', async () => {
    const first = await listed('untold', many, { query: { limit: '2' } });
    const rest = await listed('untold', many, { query: { limit: '2', cursor: first.next ?? '' } });
    const codes = [...first.entries, ...rest.entries].map(({ flag }) => flag.code);
    expect(first.entries).toHaveLength(2);
    expect(codes.toSorted()).toEqual(['do-not-attend', 'seek-advice', 'verbal-abuse']);
    expect(rest).not.toHaveProperty('next');
  });

  it('is of one team’s flags where that is asked for', async () => {
    const missed = sayingsOf('misses-appointments').asserts('tenancy', at);
    const ofTeam = async (team: string) =>
      (await listed('untold', [...many, missed], { query: { team } })).entries.map(({ flag }) => flag.code);
    expect(await ofTeam('resident-services')).toEqual(['misses-appointments']);
    expect(await ofTeam('tenancy-enforcement')).toHaveLength(3);
    expect(await ofTeam('leaks')).toEqual([]);
  });

  it.each([
    [{}, 'list'],
    [{ list: 'everything' }, 'list'],
    [{ list: 'untold', limit: '51' }, 'limit'],
    [{ list: 'untold', team: 'nobody' }, 'team'],
  ])('needs to be asked for properly: %o', async (query, path) => {
    const api = memoryApi([], instant(now));
    const asked = { list: '', ...query };
    const { statusCode, body } = await api.get({
      role: 'manager',
      path: '/v1/flags',
      uprn: flat4,
      query: asked,
    });
    expect(statusCode).toBe(400);
    expect(JSON.parse(body ?? '')).toMatchObject({ errors: [{ path }] });
  });

  it('knows a cursor that is none', async () => {
    const query = { list: 'untold', cursor: 'nonsense' };
    const { statusCode } = await memoryApi([], instant(now)).get({
      ...{ role: 'manager', path: '/v1/flags', uprn: flat4, query },
    });
    expect(statusCode).toBe(400);
  });
});

describe('whom nobody told', () => {
  it('is counted by team, and who is told counts no more', async () => {
    const events = [
      ...livesHere,
      alone.asserts('tenancy', at),
      sayingsOf('misses-appointments').asserts('tenancy', later),
    ];
    const report = async (more: readonly SystemEvent[]) => {
      const api = memoryApi([...events, ...more], instant(now));
      const { body } = await api.get({ role: 'manager', path: '/v1/flags/untold', uprn: flat4 });
      return JSON.parse(body ?? '');
    };
    expect(await report([])).toMatchObject({
      count: 2,
      teams: [
        { team: 'tenancy-enforcement', count: 1, longest: [{ id }] },
        { team: 'resident-services', count: 1 },
      ],
    });
    const told = alone.tells(okafor, later, true);
    expect(await report([told])).toMatchObject({ count: 1, teams: [{ team: 'resident-services' }] });
  });
});
