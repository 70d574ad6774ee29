import { describe, expect, it } from 'vitest';
import { deadlinesOf, stateOf } from '../../../../functions/core/flags/life.ts';
import type { Standing } from '../../../../functions/core/flags/standing.ts';
import type { FlagDecisions } from '../../../../functions/core/record/subject-record.ts';
import type { CalendarDate } from '../../../../schemas/reference.ts';
import { instant } from '../../../support/events.ts';
import { lindqvist } from '../../../support/flag-sayings.ts';

const since = instant('2026-01-10T09:00:00Z');
/** A marker about a person: to be reviewed after 180 days, and suspended after 365. */
const marker: Standing = {
  code: 'do-not-visit-alone',
  since,
  sources: ['tenancy'],
  authority: 'active',
  lastSaid: since,
  reviewDates: [],
};
const said = (saidAt: string, on: string) => ({ saidAt: instant(saidAt), on: on as CalendarDate });
const reviewed = (at: string, until: string): FlagDecisions => ({
  denied: {},
  decided: {
    reviewed: {
      at: instant(at),
      rank: 2,
      id: 'review',
      value: { by: lindqvist, until: until as CalendarDate },
    },
  },
});

describe('the day of review', () => {
  it('is that of the taxonomy, from the beginning, where nobody gives one', () => {
    expect(deadlinesOf(marker, undefined).reviewDue).toBe('2026-07-09');
  });

  it('is the earliest that a source gives', () => {
    const reviewDates = [
      said('2026-01-11T09:00:00Z', '2026-05-01'),
      said('2026-01-12T09:00:00Z', '2026-04-01'),
    ];
    expect(deadlinesOf({ ...marker, reviewDates }, undefined).reviewDue).toBe('2026-04-01');
  });

  it('is that of the review, unless a source gives an earlier one afterwards', () => {
    const decisions = reviewed('2026-02-01T09:00:00Z', '2026-06-01');
    const before = said('2026-01-31T09:00:00Z', '2026-03-01');
    const atOnce = said('2026-02-01T09:00:00Z', '2026-03-01');
    const after = said('2026-02-02T09:00:00Z', '2026-03-15');
    const dueWith = (...reviewDates: Standing['reviewDates']) =>
      deadlinesOf({ ...marker, reviewDates }, decisions).reviewDue;
    expect(dueWith(before)).toBe('2026-06-01');
    expect(dueWith(atOnce)).toBe('2026-06-01');
    expect(dueWith(before, after)).toBe('2026-03-15');
  });

  it('is not that of a review of an earlier flag; one at the very beginning counts', () => {
    expect(deadlinesOf(marker, reviewed('2026-01-10T08:59:59Z', '2026-02-01')).reviewDue).toBe('2026-07-09');
    expect(deadlinesOf(marker, reviewed('2026-01-10T09:00:00Z', '2026-02-01')).reviewDue).toBe('2026-02-01');
  });
});

describe('the end of the maximum life', () => {
  const endsWith = (changes: Partial<Standing>, decisions?: FlagDecisions) =>
    deadlinesOf({ ...marker, ...changes }, decisions).ends;

  it('counts from when it was said or reviewed last, whichever came later', () => {
    const lastSaid = instant('2026-03-01T09:00:00Z');
    expect(endsWith({ lastSaid })).toEqual(['2027-03-01T00:00:00.000Z']);
    expect(endsWith({ lastSaid }, reviewed('2026-03-05T09:00:00Z', '2026-06-01'))).toEqual([
      '2027-03-05T00:00:00.000Z',
    ]);
    expect(endsWith({ lastSaid }, reviewed('2026-02-05T09:00:00Z', '2026-06-01'))).toEqual([
      '2027-03-01T00:00:00.000Z',
    ]);
  });

  it('never comes for what a rule found', () => {
    expect(endsWith({ because: { rule: 'active-leak', ruleVersion: 1, events: [] } })).toEqual([]);
  });
});

describe('the state at an instant', () => {
  const deadlines = { reviewDue: '2026-07-09' as CalendarDate, ends: [instant('2027-01-10T00:00:00Z')] };
  const stateAt = (at: string, authority: Standing['authority'] = 'active') =>
    stateOf({ ...marker, authority }, deadlines, instant(at));

  it('is review due from midnight in London, and suspended from the end on', () => {
    expect(stateAt('2026-07-08T22:59:59.999Z')).toBe('active');
    expect(stateAt('2026-07-08T23:00:00Z')).toBe('review-due');
    expect(stateAt('2027-01-09T23:59:59.999Z')).toBe('review-due');
    expect(stateAt('2027-01-10T00:00:00Z')).toBe('suspended');
  });

  it('stays proposed however long nobody decides, and pending approval until the end', () => {
    expect(stateAt('2028-01-01T00:00:00Z', 'proposed')).toBe('proposed');
    expect(stateAt('2026-12-01T00:00:00Z', 'pending-approval')).toBe('pending-approval');
    expect(stateAt('2027-01-10T00:00:00Z', 'pending-approval')).toBe('suspended');
  });

  it('is never suspended where there is no end', () => {
    const noEnd = { ...deadlines, ends: [] };
    expect(stateOf(marker, noEnd, instant('2036-01-01T00:00:00Z'))).toBe('review-due');
  });
});
