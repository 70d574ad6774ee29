import { describe, expect, it } from 'vitest';
import type { FlagDecisions, HeldFlag } from '../../../../functions/core/record/subject-record.ts';
import { addressesShown, entryFor, inOrderOfUrgency } from '../../../../functions/core/worklists/entry.ts';
import type { Worklist } from '../../../../functions/core/worklists/worklist.ts';
import type { Flag, FlagCode } from '../../../../schemas/flags.ts';
import type { CalendarDate, SystemName, Uprn } from '../../../../schemas/reference.ts';
import type { Team } from '../../../../schemas/teams.ts';
import { flat4, instant } from '../../../support/events.ts';
import { lindqvist } from '../../../support/flag-sayings.ts';
import { flagOf } from '../../../support/flags.ts';
import { recordWith } from '../../../support/records.ts';

const at = instant('2025-08-15T12:00:00Z');
const since = instant('2025-06-02T07:41:00Z');
const conduct = 'do-not-visit-alone';
const day = (text: string) => text as CalendarDate;
const stamp = { at: since, rank: 0, id: 'said' };
const held: HeldFlag = { code: conduct, system: 'tenancy' as SystemName, since: stamp, last: stamp };
const decision = (when: string) => ({ at: instant(when), rank: 2, id: when, value: { by: lindqvist } });

/** A flag on a list as an officer of a team sees it. */
function entry(
  list: Worklist,
  changes: Partial<Flag> = {},
  { code = conduct as FlagCode, team = 'management' as Team, decided = {} as FlagDecisions['decided'] } = {},
) {
  const record = recordWith({
    heldFlags: { held },
    decisions: { [conduct]: { decided, denied: {} } },
    details: { ...stamp, value: { name: 'Mr B' } },
  });
  const addressOf = (uprn: Uprn) => (uprn === flat4 ? 'Flat 4' : undefined);
  const viewer = { teams: [team], teamOfSystem: () => undefined };
  return entryFor({ flag: flagOf(code, { since, ...changes }), record, addressOf }, { viewer, list, at });
}
const answer = (...args: Parameters<typeof entry>) => entry(...args)?.answer;

describe('an entry of a worklist', () => {
  it('says whose it is, of whom, and where', () => {
    expect(entry('untold', { places: [flat4, '1' as Uprn] })).toMatchObject({
      answer: {
        flag: { code: conduct },
        owner: 'tenancy-enforcement',
        name: 'Mr B',
        homes: [
          { uprn: flat4, address: 'Flat 4' },
          { uprn: '1', address: undefined },
        ],
      },
      disclosed: [{ about: 'person/tenancy:mr-b', detail: 'name' }],
    });
  });

  it('shows few addresses of somebody who stands in for many', () => {
    const places = Array.from({ length: addressesShown + 1 }, (_, n) => `${n + 1}` as Uprn);
    expect(answer('untold', { places })?.homes).toHaveLength(addressesShown);
  });

  it('names nobody to who need no names, and discloses nothing', () => {
    const seen = entry('reviews-due', {}, { team: 'surveying' });
    expect(seen?.answer.name).toBeUndefined();
    expect(seen?.disclosed).toEqual([]);
  });

  it('is none for who may not know of the flag', () => {
    expect(entry('untold', {}, { code: 'safe-contact', team: 'surveying' })).toBeUndefined();
  });
});

describe('since when it is on the list, and by when it has to be done', () => {
  const reviewDue = day('2025-07-01');
  const changedAt = instant('2025-08-01T09:00:00Z');
  const conflict = { deniedBy: ['leaks'], since: instant('2025-07-15T09:00:00Z') };

  it.each<[Worklist, Partial<Flag>, string, string | undefined]>([
    ['reviews-due', { reviewDue }, '2025-06-30T23:00:00.000Z', '2026-06-02'],
    ['pending-approval', {}, since, undefined],
    ['pending-approval', { clearanceRequested: changedAt }, changedAt, undefined],
    ['proposed', {}, since, undefined],
    ['suspended', { changedAt }, '2026-06-01T23:00:00.000Z', undefined],
    ['unplaced', { changedAt }, changedAt, undefined],
    ['conflicts', { conflict }, conflict.since, undefined],
    ['conflicts', {}, since, undefined],
    ['untold', {}, since, undefined],
    ['quarterly-review', {}, '2025-06-30T23:00:00.000Z', '2025-09-30'],
    ['quarterly-review', { reviewDue: day('2025-09-01') }, '2025-06-30T23:00:00.000Z', '2025-09-01'],
    ['quarterly-review', { reviewDue: day('2025-11-01') }, '2025-06-30T23:00:00.000Z', '2025-09-30'],
  ])('%s %o: since %s, by %s', (list, changes, from, by) => {
    expect(answer(list, changes)).toMatchObject({ since: from, by });
  });

  it('is since the last change where nothing stands of a suspended flag any more, and by no day', () => {
    const gone = { code: 'no-female-staff-alone' as const };
    expect(answer('suspended', { changedAt }, gone)?.since).toBe(changedAt);
    expect(answer('reviews-due', { reviewDue }, gone)?.by).toBeUndefined();
    expect(answer('reviews-due', {}, gone)?.since).toBe(since);
  });
});

describe('what is to be done', () => {
  it.each<[Worklist, Partial<Flag>, string, string[]]>([
    ['reviews-due', {}, 'Look whether it still holds', ['review', 'clear']],
    ['pending-approval', { state: 'pending-approval' }, 'A second person decides', ['approve', 'refuse']],
    ['pending-approval', { clearanceRequested: at }, 'A second person decides', ['approve', 'refuse']],
    ['proposed', { state: 'proposed' }, 'It is not in force before', ['approve', 'refuse']],
    ['suspended', { state: 'suspended' }, 'Nobody looked at it in time', ['review', 'clear']],
    ['unplaced', {}, 'Nobody knows where this person lives', ['review', 'clear']],
    ['conflicts', {}, 'Systems disagree about it', ['review', 'clear']],
    ['households-in-doubt', {}, 'find out who lives here', ['review', 'clear']],
    ['untold', {}, 'Tell the person', ['told']],
    ['quarterly-review', {}, 'Look at it this quarter', ['review', 'clear']],
  ])('%s %o: %s', (list, changes, todo, decisions) => {
    const flag = flagOf(conduct);
    expect(answer(list, changes)).toMatchObject({
      todo: expect.stringContaining(todo),
      post: decisions.map(one => `/v1/flags/${flag.id}/${one}`),
    });
  });
});

describe('what was decided this quarter', () => {
  const decided = {
    told: decision('2025-08-01T09:00:00Z'),
    approved: decision('2025-06-30T22:59:59Z'),
    reviewed: decision('2025-06-30T23:00:00Z'),
  };

  it('is shown in the quarterly review, the earliest first, and disclosed', () => {
    const seen = entry('quarterly-review', {}, { decided });
    expect(seen?.answer.decided?.map(one => one.decision)).toEqual(['reviewed', 'told']);
    expect(seen?.disclosed).toEqual([
      { about: 'person/tenancy:mr-b', detail: 'name' },
      { about: 'person/tenancy:mr-b', detail: 'flag-basis' },
    ]);
  });

  it('is shown on no other list, nor to who may not see why, nor where nothing was', () => {
    expect(answer('untold', {}, { decided })?.decided).toBeUndefined();
    expect(answer('quarterly-review', {}, { decided, team: 'repairs' })?.decided).toBeUndefined();
    expect(
      answer('quarterly-review', {}, { decided: { approved: decided.approved } })?.decided,
    ).toBeUndefined();
    expect(entry('quarterly-review')?.disclosed).toEqual([{ about: 'person/tenancy:mr-b', detail: 'name' }]);
  });
});

it('the most urgent come first: by their day, then by what matters most, then by age', () => {
  const listed = (id: string, by: string | undefined, severity: Flag['severity'], from: string) => {
    const seen = answer('untold');
    if (seen === undefined) throw new Error('nothing is seen');
    return {
      ...seen,
      by: by as CalendarDate | undefined,
      since: instant(from),
      flag: { ...seen.flag, id, severity },
    };
  };
  const [old, young] = ['2025-01-01T09:00:00Z', '2025-02-01T09:00:00Z'] as const;
  const entries = [
    listed('f', undefined, 'critical', old),
    listed('e', '2025-09-02', 'critical', old),
    listed('d', '2025-09-01', 'high', old),
    listed('c', '2025-09-01', 'critical', young),
    listed('b', '2025-09-01', 'critical', old),
    listed('a', '2025-09-01', 'critical', young),
  ];
  expect(inOrderOfUrgency(entries).map(({ flag }) => flag.id)).toEqual(['b', 'a', 'c', 'd', 'e', 'f']);
  expect(inOrderOfUrgency(entries.toReversed()).map(({ flag }) => flag.id)).toEqual([
    'b',
    'a',
    'c',
    'd',
    'e',
    'f',
  ]);
});
