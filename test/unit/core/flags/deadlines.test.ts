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

describe('the longest time without a word', () => {
  const limitOf = (changes: Partial<Standing>, decisions?: FlagDecisions) =>
    deadlinesOf({ ...marker, ...changes }, decisions).limit;
  const lastSaid = instant('2026-03-01T09:00:00Z');

  it('counts from when it was said or reviewed last, whichever came later', () => {
    expect(limitOf({ lastSaid })).toBe('2027-03-01T00:00:00.000Z');
    expect(limitOf({ lastSaid }, reviewed('2026-03-05T09:00:00Z', '2026-06-01'))).toBe(
      '2027-03-05T00:00:00.000Z',
    );
    expect(limitOf({ lastSaid }, reviewed('2026-02-05T09:00:00Z', '2026-06-01'))).toBe(
      '2027-03-01T00:00:00.000Z',
    );
  });

  it('of a state or fact is not over before its review is due, and of a marker it is', () => {
    const reviewDates = [said('2026-01-11T09:00:00Z', '2029-05-01')];
    expect(limitOf({ reviewDates })).toBe('2027-01-10T00:00:00.000Z');
    expect(limitOf({ code: 'electrics-isolated', reviewDates })).toBe('2029-04-30T23:00:00.000Z');
    expect(limitOf({ code: 'electrics-isolated' })).toBe('2026-04-09T23:00:00.000Z');
  });
});

describe('the day of review where the taxonomy gives it', () => {
  const lastSaid = instant('2026-03-01T09:00:00Z');
  const dueOf = (changes: Partial<Standing>) =>
    deadlinesOf({ ...marker, lastSaid, ...changes }, undefined).reviewDue;

  it('counts from the beginning for a marker and for what a rule found, else from the last word', () => {
    expect(dueOf({})).toBe('2026-07-09');
    expect(dueOf({ code: 'electrics-isolated' })).toBe('2026-03-08');
    const because = { rule: 'active-leak', ruleVersion: 1, events: [] };
    expect(dueOf({ code: 'active-leak', because })).toBe('2026-01-17');
  });
});

describe('the state at an instant', () => {
  const deadlines = { reviewDue: '2026-07-09' as CalendarDate, limit: instant('2027-01-10T00:00:00Z') };
  const stateAt = (at: string, changes: Partial<Standing> = {}) =>
    stateOf({ ...marker, ...changes }, deadlines, instant(at));

  it('is review due from midnight in London, and suspended from the limit on', () => {
    expect(stateAt('2026-07-08T22:59:59.999Z')).toBe('active');
    expect(stateAt('2026-07-08T23:00:00Z')).toBe('review-due');
    expect(stateAt('2027-01-09T23:59:59.999Z')).toBe('review-due');
    expect(stateAt('2027-01-10T00:00:00Z')).toBe('suspended');
  });

  it('of a state or fact is review overdue from the limit on, and never suspended', () => {
    const code = 'electrics-isolated' as const;
    expect(stateAt('2027-01-09T23:59:59.999Z', { code })).toBe('review-due');
    expect(stateAt('2027-01-10T00:00:00Z', { code })).toBe('review-overdue');
    expect(stateAt('2046-01-10T00:00:00Z', { code })).toBe('review-overdue');
  });

  it('stays proposed however long nobody decides, and pending approval until the limit', () => {
    expect(stateAt('2028-01-01T00:00:00Z', { authority: 'proposed' })).toBe('proposed');
    const pending = { authority: 'pending-approval' as const };
    expect(stateAt('2026-12-01T00:00:00Z', pending)).toBe('pending-approval');
    expect(stateAt('2027-01-10T00:00:00Z', pending)).toBe('suspended');
    expect(stateAt('2027-01-10T00:00:00Z', { ...pending, code: 'asbestos' })).toBe('pending-approval');
  });
});
