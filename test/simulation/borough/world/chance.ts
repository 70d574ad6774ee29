import { makeRandom, type Random } from '../../../bench/support/random.ts';
import { day, hour, minute } from './time.ts';

/** One seed's luck. */
export interface Chance extends Random {
  /** True so many times in a hundred. */
  percent(share: number): boolean;
  /** A whole number of both ends and everything between. */
  between(least: number, most: number): number;
  /** So many days later or a little more or less, within working hours, at a whole minute. */
  later(at: number, leastDays: number, mostDays: number): number;
}

/** Makes the luck of a seed. Each part of a borough has its own, so that one part more leaves the others as they are. */
export function makeChance(seed: number, part = 0): Chance {
  const random = makeRandom(Math.imul(seed + 1, 2_654_435_761) ^ Math.imul(part + 1, 40_503));
  const between = (least: number, most: number) => least + random.below(most - least + 1);
  return {
    ...random,
    between,
    percent: share => random.below(10_000) < share * 100,
    later(at, leastDays, mostDays) {
      const on = Math.floor(at / day) + Math.max(1, between(leastDays, mostDays));
      return on * day + between(9, 16) * hour + between(0, 59) * minute;
    },
  };
}
