import { describe, expect, it } from 'vitest';
import { firstYearKept, periodOf, reaches } from '../../../../functions/core/record/periods.ts';
import { instant } from '../../../support/events.ts';

const happened = (number: number, year = 2023) =>
  Array.from(
    { length: number },
    (_, index) => `${year}-${String((index % 12) + 1).padStart(2, '0')}-05T10:00:00.000Z#${index}`,
  );

describe('the first year that is kept in the table', () => {
  it.each([
    ['2026-11-30T17:00:00Z', 24, '2024'],
    ['2025-12-31T23:59:59Z', 24, '2023'],
    ['2026-01-01T00:00:00Z', 24, '2024'],
    ['2026-01-01T00:00:00Z', 12, '2025'],
    ['2026-01-31T00:00:00Z', 1, '2025'],
    ['2026-02-01T00:00:00Z', 1, '2026'],
    ['2026-06-01T00:00:00Z', 1200, '1926'],
  ])('at %s, %i months after a year has ended, is %s', (now, months, year) => {
    expect(firstYearKept(instant(now), months)).toBe(year);
  });
});

describe('the period of an event', () => {
  const places = (number: number, moved: string[]) => {
    const all = happened(number);
    return [...new Set(all.map(periodOf(all, moved)))].toSorted();
  };

  it('is its year, and its month where there are very many', () => {
    expect(places(1000, [])).toEqual(['2023']);
    expect(places(1001, [])).toHaveLength(12);
    expect(places(1001, [])[0]).toBe('2023-01');
  });

  it('is that in which others of its year are already', () => {
    expect(places(1001, ['2023', '2022'])).toEqual(['2023']);
    expect(places(1, ['2023-05', '2022'])).toEqual(['2023-01']);
    expect(places(1, ['2022-05'])).toEqual(['2023']);
  });
});

it('a period reaches what may lie between two instants', () => {
  const between = (period: string) => reaches(period, '2022-03-05', '2023-06-01T10:00:00.000Z#id');
  const periods = ['2021', '2022', '2022-02', '2022-03', '2023', '2023-06', '2023-07', '2024'];
  expect(periods.filter(between)).toEqual(['2022', '2022-03', '2023', '2023-06']);
});
