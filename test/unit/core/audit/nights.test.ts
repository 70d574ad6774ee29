import { describe, expect, it } from 'vitest';
import { dayBefore, daysToCompare, daysToSeal } from '../../../../functions/core/audit/nights.ts';

describe('the days to seal', () => {
  it('begin with the day before, and are all that are over since the last seal', () => {
    expect(daysToSeal('2025-06-05', undefined)).toEqual(['2025-06-04']);
    expect(daysToSeal('2025-06-02', '2025-05-30')).toEqual(['2025-05-31', '2025-06-01']);
    expect(daysToSeal('2025-06-05', '2025-06-04')).toEqual([]);
    expect(daysToSeal('2025-06-05', '2025-06-05')).toEqual([]);
  });

  it('are a month at most, the oldest first', () => {
    const days = daysToSeal('2025-06-05', '2025-01-31');
    expect([days.length, days[0], days.at(-1)]).toEqual([31, '2025-02-01', '2025-03-03']);
  });
});

describe('the days to compare', () => {
  it('are the latest seven, the latest first', () => {
    const days = daysToCompare('2025-06-05', 2192).slice(0, 7);
    expect(days).toEqual(Array.from({ length: 7 }, (_, index) => dayBefore('2025-06-05', index + 1)));
  });

  it('are every day that is kept, once in thirty nights', () => {
    const nights = Array.from({ length: 30 }, (_, index) => dayBefore('2025-06-05', index));
    const compared = nights.flatMap(open => daysToCompare(open, 400)).filter(day => day < '2025-04-30');
    const all = Array.from({ length: 330 }, (_, index) => dayBefore('2025-04-29', index));
    for (const day of all)
      expect(
        compared.filter(one => one === day),
        day,
      ).toHaveLength(1);
  });

  it('are none that have no rows any more, and about eighty of six years', () => {
    expect(daysToCompare('2025-06-05', 31)).toHaveLength(8);
    expect(daysToCompare('2025-06-05', 30)).toHaveLength(7);
    expect(daysToCompare('2025-06-05', 2192)).toHaveLength(80);
  });
});
