import { expect, test } from 'vitest';
import {
  daysAfter,
  daysBetween,
  earlierOf,
  epochSeconds,
  laterOf,
  quarterOf,
  secondsAfter,
  secondsBetween,
  startOf,
} from '../../../../functions/core/time/instants.ts';
import { instant } from '../../../support/events.ts';

test.each([
  ['2025-01-01T00:00:00Z', '2025-01-01', '2025-03-31'],
  ['2025-03-31T22:59:59Z', '2025-01-01', '2025-03-31'],
  ['2025-03-31T23:00:00Z', '2025-04-01', '2025-06-30'],
  ['2025-08-15T12:00:00Z', '2025-07-01', '2025-09-30'],
  ['2025-12-31T23:59:59Z', '2025-10-01', '2025-12-31'],
  ['2024-02-29T12:00:00Z', '2024-01-01', '2024-03-31'],
])('%s is in the quarter from %s to %s, by the clock of London', (at, from, to) => {
  expect(quarterOf(instant(at))).toEqual({ from, to });
});

test('days are those of London, whatever the clocks do', () => {
  const [lateOnSaturday, earlyOnMonday] = [instant('2025-10-25T22:59:59Z'), instant('2025-10-27T00:00:00Z')];
  expect(daysBetween(lateOnSaturday, earlyOnMonday)).toBe(2);
  expect(daysBetween(earlyOnMonday, lateOnSaturday)).toBe(-2);
  expect(daysBetween(instant('2025-06-02T23:30:00Z'), instant('2025-06-03T22:30:00Z'))).toBe(0);
  expect(daysAfter(instant('2025-06-02T23:30:00Z'), 0)).toBe('2025-06-03');
  expect(startOf(daysAfter(lateOnSaturday, 2))).toBe(earlyOnMonday);
});

test('a span is counted in seconds, both ways', () => {
  const [at, later] = [instant('2025-10-26T00:30:00Z'), instant('2025-10-26T01:30:00.500Z')];
  expect(secondsBetween(at, later)).toBe(3600.5);
  expect(secondsBetween(later, at)).toBe(-3600.5);
  expect(secondsAfter(at, 3600.5)).toBe(later);
  expect(secondsAfter(later, -3600.5)).toBe(at);
  expect(epochSeconds(later)).toBe(Date.UTC(2025, 9, 26, 1, 30) / 1000);
});

test('of two instants one is the earlier and one the later, whichever is named first', () => {
  const [at, later] = [instant('2025-10-26T00:30:00Z'), instant('2025-10-26T01:30:00Z')];
  expect([earlierOf(at, later), earlierOf(later, at)]).toEqual([at, at]);
  expect([laterOf(at, later), laterOf(later, at)]).toEqual([later, later]);
});
