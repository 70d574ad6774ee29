import { describe, expect, it } from 'vitest';
import { decidedOf } from '../../../../functions/core/flags/decided.ts';
import type { Standing } from '../../../../functions/core/flags/standing.ts';
import type { FlagDecisions } from '../../../../functions/core/record/subject-record.ts';
import { instant } from '../../../support/events.ts';
import { lindqvist } from '../../../support/flag-sayings.ts';

const [before, since, later, latest] = [
  instant('2026-01-01T09:00:00Z'),
  instant('2026-02-01T09:00:00Z'),
  instant('2026-03-01T09:00:00Z'),
  instant('2026-04-01T09:00:00Z'),
] as const;
const standing: Standing = {
  code: 'do-not-visit-alone',
  since,
  sources: ['tenancy'],
  authority: 'active',
  lastSaid: since,
  reviewDates: [],
};
const decided = (at: string, informed?: boolean) => ({
  ...{ at: instant(at), rank: 2, id: at },
  value: { by: lindqvist, ...(informed === undefined ? {} : { informed }) },
});
const shown = (decisions: Partial<FlagDecisions>) =>
  decidedOf(standing, { decided: {}, denied: {}, ...decisions });

it('shows nothing where nothing was decided', () => {
  expect(decidedOf(standing, undefined)).toEqual({});
  expect(Object.keys(shown({}))).toEqual([]);
});

describe('a conflict', () => {
  it('names whoever denies the flag, in order, since the first denial', () => {
    expect(shown({ denied: { repairs: later, leaks: latest } })).toEqual({
      conflict: { deniedBy: ['leaks', 'repairs'], since: later },
    });
    expect(shown({ denied: { repairs: latest, leaks: later } }).conflict?.since).toBe(later);
  });

  it('is only what was denied after the flag was raised', () => {
    expect(shown({ denied: { repairs: since } })).toEqual({});
    expect(shown({ denied: { repairs: before, leaks: later } }).conflict?.deniedBy).toEqual(['leaks']);
  });

  it.each(['reviewed', 'cleared'] as const)('ends when the flag is %s, at the same instant too', kind => {
    const denied = { repairs: later };
    expect(shown({ denied, decided: { [kind]: decided(later) } })).toEqual({});
    expect(shown({ denied, decided: { [kind]: decided(since) } })).toHaveProperty('conflict');
  });
});

describe('a request to clear', () => {
  const requestedAt = (at: string) => ({ 'clearance-requested': decided(at) });

  it('is shown while the flag that it is about stands', () => {
    expect(shown({ decided: requestedAt(later) })).toEqual({ clearanceRequested: later });
    expect(shown({ decided: requestedAt(since) })).toEqual({ clearanceRequested: since });
    expect(shown({ decided: requestedAt(before) })).toEqual({});
  });

  it.each(['clearance-refused', 'cleared', 'reviewed'] as const)('is answered when it is %s', answer => {
    const answered = (at: string) => shown({ decided: { ...requestedAt(later), [answer]: decided(at) } });
    expect(answered(latest)).toEqual({});
    expect(answered(later)).toEqual({});
    expect(answered(since)).toEqual({ clearanceRequested: later });
  });
});

describe('whether the person was informed', () => {
  it('is shown of the flag that stands, not of an earlier one', () => {
    expect(shown({ decided: { told: decided(since, true) } })).toEqual({ personTold: 'informed' });
    expect(shown({ decided: { told: decided(later, false) } })).toEqual({ personTold: 'not-informed' });
    expect(shown({ decided: { told: decided(before, true) } })).toEqual({});
  });
});
