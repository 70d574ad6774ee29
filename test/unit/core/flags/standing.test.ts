import { describe, expect, it } from 'vitest';
import { standingsOf } from '../../../../functions/core/flags/standing.ts';
import type { HeldFlag } from '../../../../functions/core/record/subject-record.ts';
import type { Officer } from '../../../../schemas/officers.ts';
import {
  type CalendarDate,
  type LocalReference,
  personSubject,
  type SystemName,
} from '../../../../schemas/reference.ts';
import { instant, mrB } from '../../../support/events.ts';
import { hale, lindqvist, okafor } from '../../../support/flag-sayings.ts';
import { type Opening, openCases, recordWith } from '../../../support/records.ts';

const now = instant('2026-06-01T09:00:00Z');
const code = 'do-not-visit-alone';
const stamp = (at: string, id = at) => ({ at: instant(at), rank: 0, id });
const said = (system: string, since: string, more: Partial<HeldFlag> = {}): HeldFlag => ({
  code,
  system: system as SystemName,
  since: stamp(since),
  last: stamp(since),
  ...more,
});
const raised = (by: Officer, since: string) => said('officers', since, { raisedBy: by });
const approved = (system: string, since: string, more: Partial<HeldFlag> = {}) =>
  said(system, since, { approved: stamp(since), ...more });
/** What stands of flags that are held, in the order in which a table happens to give them. */
const standing = (...held: HeldFlag[]) =>
  standingsOf(
    { ...recordWith({ heldFlags: Object.fromEntries(held.entries()) }), subject: personSubject(mrB) },
    now,
  );

describe('what several say of one flag', () => {
  const first = approved('tenancy', '2026-02-01T09:00:00Z', { last: stamp('2026-03-01T09:00:00Z') });
  const second = approved('repairs', '2026-02-02T09:00:00Z', { last: stamp('2026-02-20T09:00:00Z') });

  it.each([
    ['in one order', [first, second]],
    ['in the other', [second, first]],
  ])('is one flag: since the first word, until the last, %s', (_order, held) => {
    expect(standing(...held)).toMatchObject([
      {
        code,
        since: '2026-02-01T09:00:00.000Z',
        lastSaid: '2026-03-01T09:00:00.000Z',
        sources: ['repairs', 'tenancy'],
        authority: 'active',
        reviewDates: [],
      },
    ]);
  });

  it('names a source once, however many cases of its own it has', () => {
    expect(standing(first, { ...first, since: stamp('2026-02-03T09:00:00Z') })[0]?.sources).toEqual([
      'tenancy',
    ]);
  });

  it('has the dates of review that they gave, each with when', () => {
    const dated = { ...second, reviewDue: '2026-05-01' as CalendarDate };
    expect(standing(first, dated)[0]?.reviewDates).toEqual([{ saidAt: dated.last.at, on: '2026-05-01' }]);
    expect(
      standing(dated, { ...first, reviewDue: '2026-04-01' as CalendarDate })[0]?.reviewDates,
    ).toHaveLength(2);
  });
});

describe('how much it counts', () => {
  const proposal = raised(hale, '2026-01-01T09:00:00Z');
  const pending = raised(okafor, '2026-02-01T09:00:00Z');
  const asserted = approved('tenancy', '2026-03-01T09:00:00Z');

  it.each([
    ['a proposal beside a pending flag adds nothing', [proposal, pending], 'pending-approval', pending],
    ['nor does it in the other order', [pending, proposal], 'pending-approval', pending],
    [
      'a pending flag beside a system’s word is in force since it was raised',
      [pending, asserted],
      'active',
      pending,
    ],
    ['and so it is in the other order', [asserted, pending], 'active', pending],
    ['two proposals are a proposal', [proposal, raised(hale, '2026-01-02T09:00:00Z')], 'proposed', proposal],
  ] as const)('%s', (_what, held, authority, oldest) => {
    expect(standing(...held)).toMatchObject([{ authority, since: oldest.since.at }]);
  });

  it('is in force at once where an officer may raise it and it is about no conduct', () => {
    const surveyor: Officer = { ...hale, role: 'surveyor', team: 'surveying' };
    expect(standing({ ...raised(surveyor, '2026-02-01T09:00:00Z'), code: 'asbestos' })[0]?.authority).toBe(
      'active',
    );
  });

  it('waits for a second person where a system says nothing of one, and what it is about is conduct', () => {
    const alleged = said('tenancy', '2026-03-01T09:00:00Z');
    expect(standing(alleged)[0]?.authority).toBe('pending-approval');
    expect(standing({ ...alleged, code: 'language-support' })[0]?.authority).toBe('active');
    expect(standing(alleged, pending)[0]?.authority).toBe('pending-approval');
    const before = stamp('2026-02-28T09:00:00Z');
    expect(standing({ ...alleged, approved: before })[0]?.authority).toBe('pending-approval');
    expect(standing({ ...alleged, approved: stamp('2026-03-02T09:00:00Z') })[0]?.authority).toBe('active');
  });

  it('is approved by a second person after it was raised, not by a word from before', () => {
    const approvedAt = (at: string, by = lindqvist) => {
      const approved = { ...stamp(at, 'approval'), rank: 2, value: { by } };
      const decisions = { [code]: { decided: { approved }, denied: {} } };
      const record = { ...recordWith({ heldFlags: { pending }, decisions }), subject: personSubject(mrB) };
      return standingsOf(record, now)[0]?.authority;
    };
    expect(approvedAt('2026-02-01T09:00:01Z')).toBe('active');
    expect(approvedAt('2026-01-31T09:00:00Z')).toBe('pending-approval');
    expect(approvedAt('2026-02-01T09:00:01Z', okafor)).toBe('pending-approval');
  });
});

describe('a flag that hangs on a tenancy', () => {
  const tenancyReference = 'T-7' as LocalReference;
  const leaving = said('tenancy', '2026-02-01T09:00:00Z', {
    code: 'termination-requested',
    tenancyReference,
  });
  const standsWith = (...cases: Opening[]) =>
    standingsOf(recordWith({ heldFlags: { leaving }, openCases: openCases(...cases) }), now).length === 1;

  it('stands while that tenancy is open, whatever else is', () => {
    const opened = '2026-01-01T09:00:00Z';
    expect(standsWith(['complaint', 'C-1', opened], ['tenancy', 'T-7', opened])).toBe(true);
    expect(standsWith(['tenancy', 'T-8', opened])).toBe(false);
    expect(standsWith(['complaint', 'T-7', opened])).toBe(false);
  });
});

describe('what a rule finds', () => {
  const days = Array.from({ length: 25 }, (_, n) => `2026-03-${String(n + 1).padStart(2, '0')}`);
  const leaks = openCases(...days.map(day => ['leak', day, `${day}T09:00:00Z`] as const));

  it('stands by the word of the hub, explained by the latest twenty events', () => {
    expect(standingsOf(recordWith({ openCases: leaks }), now)).toEqual([
      {
        code: 'active-leak',
        since: '2026-03-01T09:00:00.000Z',
        sources: ['urn:lintel:hub'],
        authority: 'active',
        lastSaid: '2026-03-25T09:00:00.000Z',
        reviewDates: [],
        because: {
          rule: 'active-leak',
          ruleVersion: 1,
          events: days.slice(5).map(day => `opens-${day}`),
          references: days.slice(5),
        },
      },
    ]);
  });

  it('is found at homes alone', () => {
    expect(standingsOf({ ...recordWith({ openCases: leaks }), subject: personSubject(mrB) }, now)).toEqual(
      [],
    );
  });

  it('is overridden about what had happened when the officer decided, and only up to a day', () => {
    const foundWith = (clearedAt: string, until?: string) => {
      const value = { by: lindqvist, ...(until === undefined ? {} : { until: until as CalendarDate }) };
      const decisions = {
        'active-leak': { decided: { cleared: { ...stamp(clearedAt), value } }, denied: {} },
      };
      return standingsOf(recordWith({ openCases: leaks, decisions }), now).length === 1;
    };
    expect(foundWith('2026-03-25T09:00:00Z', '2026-07-01')).toBe(false);
    expect(foundWith('2026-03-25T08:59:59Z', '2026-07-01')).toBe(true);
    expect(foundWith('2026-03-25T09:00:00Z', '2026-05-01')).toBe(true);
    expect(foundWith('2026-03-25T09:00:00Z')).toBe(true);
  });
});
