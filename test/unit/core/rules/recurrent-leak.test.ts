import { describe, expect, it } from 'vitest';
import type { LeakReport } from '../../../../functions/core/record/subject-record.ts';
import { recurrentLeak } from '../../../../functions/core/rules/recurrent-leak.ts';
import { millisecondsAfter } from '../../../../functions/core/time/instants.ts';
import { instant } from '../../../support/events.ts';
import { recordWith } from '../../../support/records.ts';

const leak = (at: string, part: LeakReport['part'] = 'source'): LeakReport => ({
  id: at.slice(0, 10),
  at: instant(at),
  rank: 0,
  leakReference: at,
  part,
});
/** Exactly 365 days apart. */
const [aYearBefore, second, aYearAfter] = [
  '2025-03-01T09:00:00Z',
  '2026-03-01T09:00:00Z',
  '2027-03-01T09:00:00Z',
] as const;
const found = (leaks: readonly LeakReport[], at: string) =>
  recurrentLeak.find(recordWith({ leaks: [...leaks] }), instant(at));
const changes = (leaks: readonly LeakReport[]) => recurrentLeak.changesAt(recordWith({ leaks: [...leaks] }));

describe('recurrent-leak', () => {
  it('needs two leaks that are suspected to come from here', () => {
    expect(found([], second)).toBeUndefined();
    expect(found([leak(second)], second)).toBeUndefined();
    expect(found([leak(second), leak('2026-03-02T09:00:00Z', 'home')], second)).toBeUndefined();
    expect(found([leak(second), leak('2026-03-02T09:00:00Z')], second)).toBeDefined();
  });

  it('counts one leak once, however often its report is written anew, and shows every report of it', () => {
    const again = { ...leak('2026-03-05T09:00:00Z'), leakReference: second };
    expect(found([leak(second), again], '2026-03-06T09:00:00Z')).toBeUndefined();
    const other = leak('2026-03-04T09:00:00Z');
    expect(found([leak(second), other, again], '2026-03-06T09:00:00Z')).toEqual({
      since: other.at,
      latest: again.at,
      events: ['2026-03-01', '2026-03-04', '2026-03-05'],
    });
  });

  it('counts a leak for exactly 365 days', () => {
    const leaks = [leak(aYearBefore), leak(second)];
    expect(found(leaks, second)).toEqual({
      since: instant(second),
      latest: instant(second),
      events: ['2025-03-01', '2026-03-01'],
    });
    expect(found(leaks, '2026-03-01T09:00:00.001Z')).toBeUndefined();
  });

  it('began with the second leak since the last quiet year, and is explained by that run alone', () => {
    const leaks = ['2023-01-01', '2023-02-01', '2025-01-01', '2025-06-01', '2025-12-01'].map(day =>
      leak(`${day}T09:00:00Z`),
    );
    expect(found(leaks, '2025-12-02T09:00:00Z')).toEqual({
      since: instant('2025-06-01T09:00:00Z'),
      latest: instant('2025-12-01T09:00:00Z'),
      events: ['2025-01-01', '2025-06-01', '2025-12-01'],
    });
  });

  it('goes on over a gap of exactly a year, and begins anew after a longer one', () => {
    const overAYear = [leak(aYearBefore), leak(second), leak(aYearAfter)];
    expect(found(overAYear, aYearAfter)?.events).toEqual(['2025-03-01', '2026-03-01', '2027-03-01']);
    const longer = [leak('2025-03-01T08:59:59.999Z'), leak(second), leak(aYearAfter)];
    expect(found(longer, aYearAfter)?.events).toEqual(['2026-03-01', '2027-03-01']);
  });

  it('says when it ends by itself: the moment at which only one leak is within the year', () => {
    const leaks = [leak('2026-02-01T09:00:00Z'), leak(second)];
    const [ends] = changes(leaks) ?? [];
    expect(ends).toBe('2027-02-01T09:00:00.001Z');
    expect(found(leaks, ends ?? '')).toBeUndefined();
    expect(found(leaks, millisecondsAfter(instant(ends ?? ''), -1))).toBeDefined();
  });

  it('has nothing to wait for while there is no pattern', () => {
    expect(changes([])).toEqual([]);
    expect(changes([leak(second)])).toEqual([]);
  });
});
