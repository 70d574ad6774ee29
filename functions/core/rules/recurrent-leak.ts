import { Temporal } from 'temporal-polyfill';
import type { Rule } from './rule.ts';

/** How far back a leak still counts, and how many make a pattern. */
const memory = { days: 365 };
const pattern = 2;

/** Leaks keep coming from this home: it is the suspected source of at least two within a year (R15). */
export const recurrentLeak: Rule = {
  code: 'recurrent-leak',
  version: 1,
  find({ leaks }, at) {
    const earliest = Temporal.Instant.from(at).subtract({ hours: memory.days * 24 }).epochMilliseconds;
    const counted = leaks.filter(leak => leak.part === 'source' && Date.parse(leak.at) >= earliest);
    const second = counted[pattern - 1];
    return second === undefined ? undefined : { since: second.at, events: counted.map(({ id }) => id) };
  },
};
