import { expect, it } from 'vitest';
import {
  isGivenUp,
  retryDelaySeconds,
  waitedSeconds,
} from '../../../../functions/core/delivery/retry-policy.ts';
import { instant } from '../../../support/events.ts';

const at = instant('2025-06-02T08:00:00Z');
const nearlyOne = 1 - Number.EPSILON;

it.each([
  [1, 10],
  [2, 20],
  [5, 160],
  [7, 640],
  [8, 1200],
  [500, 1200],
])('after %i receives it is anything up to %i seconds, and at least one', (receives, limit) => {
  expect(retryDelaySeconds({ receives, at, random: nearlyOne })).toBe(limit);
  expect(retryDelaySeconds({ receives, at, random: 0.5 })).toBe(limit / 2);
  expect(retryDelaySeconds({ receives, at, random: 0 })).toBe(1);
});

it('is never before the time that was named, and spreads out after it', () => {
  const notBefore = instant('2025-06-02T08:05:00Z');
  expect(retryDelaySeconds({ receives: 1, notBefore, at, random: 0 })).toBe(300);
  expect(retryDelaySeconds({ receives: 1, notBefore, at, random: 0.5 })).toBe(330);
});

it('grows all the same where “at once” is named again and again', () => {
  expect(retryDelaySeconds({ receives: 9, notBefore: at, at, random: 0.5 })).toBe(600);
});

it('ends after five days, which are fewer receives than SQS counts to', () => {
  const since = instant('2025-05-28T08:00:00Z');
  expect(waitedSeconds(since, at)).toBe(5 * 24 * 3600);
  expect(isGivenUp(since, at)).toBe(true);
  expect(isGivenUp(since, instant('2025-06-02T07:59:59Z'))).toBe(false);
  let [receives, waited] = [0, 0];
  for (; waited < 5 * 24 * 3600; receives += 1)
    waited += retryDelaySeconds({ receives: receives + 1, at, random: 0.4 });
  expect(receives).toBeLessThan(1000);
});
