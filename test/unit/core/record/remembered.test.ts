import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../../functions/core/record/fold.ts';
import { isOfThisHousehold } from '../../../../functions/core/record/household.ts';
import { sortedBy } from '../../../../functions/core/record/sorted-by.ts';
import { tenanciesInDoubt, tenancyChangesIn } from '../../../../functions/core/record/tenancies.ts';
import { asMemberFacts, endsFact, membersIn } from '../../../../functions/core/record/tenancy-case.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { propertySubject, type Uprn } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat5, flat7, instant, mrB, mrsA } from '../../../support/events.ts';
import { closes, suspects } from '../../../support/hazard-events.ts';
import { openCases, recordWith } from '../../../support/records.ts';

const now = instant('2029-01-01T00:00:00Z');
const recordAfter = (uprn: Uprn, ...events: SystemEvent[]) =>
  foldEvents(
    { subject: propertySubject(uprn), version: 0, record: undefined, flags: {}, rows: {} },
    events,
    now,
  ).record;

describe('what a record remembers of what recurs', () => {
  const fire = (type: 'suspected' | 'closed', day: string) =>
    eventOf({
      type: `housing.hazard.${type}.v1`,
      ...{ at: `${day}T10:00:00Z`, home: flat4, system: 'repairs' },
      data: { hazard: 'fire', ...(type === 'closed' && { outcome: 'remedied' }) },
    } as never);

  it('is the two latest closed occurrences of each kind of hazard and the open one, in order of opening', () => {
    const years = ['2021', '2022', '2023'].flatMap(year => [
      ...[suspects(`${year}-01-01`), closes(`${year}-02-01`)],
      ...[fire('suspected', `${year}-01-15`), fire('closed', `${year}-02-01`)],
    ]);
    const { hazards } = recordAfter(flat4, ...years, suspects('2024-01-01'));
    expect(
      hazards.map(
        ({ kind, openedAt, closedAt }) => `${kind} ${openedAt.slice(0, 10)} ${closedAt?.slice(0, 10)}`,
      ),
    ).toEqual([
      'damp-and-mould 2022-01-01 2022-02-01',
      'fire 2022-01-15 2022-02-01',
      'damp-and-mould 2023-01-01 2023-02-01',
      'fire 2023-01-15 2023-02-01',
      'damp-and-mould 2024-01-01 undefined',
    ]);
  });

  const noted = (step: 'reported' | 'resolved', day: string, home = flat4) =>
    eventOf({
      type: 'housing.leak.noted.v1',
      ...{ at: `${day}T09:00:00Z`, home, source: flat7, data: { step } },
    });
  const years = ['2021', '2022', '2023', '2024'].flatMap(year => [
    noted('reported', `${year}-01-01`),
    noted('resolved', `${year}-02-01`),
  ]);

  it('is the three latest leaks without a reference out of a home, into each other home, in order', () => {
    const { unnamedLeaks } = recordAfter(flat7, ...years, noted('reported', '2023-06-01', flat5));
    expect(
      unnamedLeaks?.map(({ at, into, closedAt }) => [at.slice(0, 10), into, closedAt?.slice(0, 10)]),
    ).toEqual([
      ['2022-01-01', propertySubject(flat4), '2022-02-01'],
      ['2023-01-01', propertySubject(flat4), '2023-02-01'],
      ['2023-06-01', propertySubject(flat5), undefined],
      ['2024-01-01', propertySubject(flat4), '2024-02-01'],
    ]);
  });

  it('is none of them at the home that they come into', () => {
    expect(recordAfter(flat4, ...years)).not.toHaveProperty('unnamedLeaks');
  });
});

describe('what a household did is of that household', () => {
  const at = instant('2025-07-01T00:00:00Z');
  const happened = instant('2025-05-01T00:00:00Z');
  const tenancy = (from: string, more = {}) => openCases(['tenancy', 'T-1', from, more]);
  const isOf = (parts: Parameters<typeof recordWith>[0]) =>
    isOfThisHousehold(recordWith(parts), happened, at);

  it.each([
    ['nobody is known to have lived there', {}, true],
    ['the tenancy began before', { openCases: tenancy('2025-04-01T00:00:00Z') }, true],
    ['the tenancy began then', { openCases: tenancy('2025-05-01T00:00:00Z') }, true],
    ['the tenancy began since', { openCases: tenancy('2025-06-01T00:00:00Z') }, false],
    ['the last household left since', { tenancyEndedAt: instant('2025-06-01T00:00:00Z') }, false],
    ['the last household left before', { tenancyEndedAt: instant('2025-04-01T00:00:00Z') }, true],
    [
      'the tenancy came to its announced end since',
      { openCases: tenancy('2024-01-01T00:00:00Z', { [endsFact]: '2025-06-01T00:00:00.000Z' }) },
      false,
    ],
    [
      'one is to begin, and the last household left before',
      {
        openCases: tenancy('2025-08-01T00:00:00Z'),
        tenancyEndedAt: instant('2025-04-01T00:00:00Z'),
      },
      true,
    ],
    [
      'an announced end came, and another household left later',
      {
        openCases: tenancy('2024-01-01T00:00:00Z', { [endsFact]: '2025-04-01T00:00:00.000Z' }),
        tenancyEndedAt: instant('2025-06-01T00:00:00Z'),
      },
      false,
    ],
  ])('where %s: %s → %s', (_where, parts, expected) => {
    expect(isOf(parts)).toBe(expected);
  });
});

describe('the tenancies of a home', () => {
  it('change by themselves when they begin, end, or nobody answers for them any more', () => {
    const open = openCases(
      ['tenancy', 'T-1', '2025-01-01T00:00:00Z', { [endsFact]: '2025-12-01T00:00:00.000Z' }],
      ['work-order', 'W-1', '2025-02-01T00:00:00Z', { startsAt: '2025-02-01T00:00:00.000Z' }],
    );
    expect(tenancyChangesIn({ openCases: open })).toEqual([
      '2025-01-01T00:00:00.000Z',
      '2025-12-01T00:00:00.000Z',
    ]);
    const [key = '', one] = Object.entries(openCases(['tenancy', 'T-2', '2025-01-01T00:00:00Z']))[0] ?? [];
    const missing = { [key]: { ...one, missingSince: instant('2025-06-01T00:00:00Z') } } as typeof open;
    expect(tenancyChangesIn({ openCases: missing })).toEqual([
      '2025-01-01T00:00:00.000Z',
      '2025-06-06T00:00:00.000Z',
    ]);
    const doubted = (at: string) => tenanciesInDoubt({ openCases: missing }, instant(at)).length;
    expect(['2025-06-05T23:59:59Z', '2025-06-06T00:00:00Z'].map(doubted)).toEqual([1, 0]);
  });

  it('have the members that their facts name, and not those who left', () => {
    const facts = {
      [`member ${mrB}`]: { present: true, responsible: true },
      [`member ${mrsA}`]: { present: false, responsible: true },
      'member tenancy:mx-c': { present: true, responsible: false },
      'member tenancy:told-nothing': null,
      'member tenancy:a-text': 'since June',
      home: { present: true },
    };
    expect(membersIn(facts)).toEqual([
      { person: mrB, responsible: true },
      { person: 'tenancy:mx-c', responsible: false },
      { person: 'tenancy:told-nothing', responsible: false },
    ]);
  });

  it('of somebody who is one with another are the other’s, with everything else that is known', () => {
    const facts = { [`member ${mrB}`]: { present: true }, [`member ${mrsA}x`]: true, tenure: 'Secure' };
    expect(asMemberFacts(facts, mrB, mrsA)).toEqual({
      [`member ${mrsA}`]: { present: true },
      [`member ${mrsA}x`]: true,
      tenure: 'Secure',
    });
  });
});

it('things of one key stay in the order that they had', () => {
  const things = ['b2', 'a1', 'b1', 'a2', 'c1'];
  expect(sortedBy(things, thing => thing.slice(0, 1))).toEqual(['a1', 'a2', 'b2', 'b1', 'c1']);
});
