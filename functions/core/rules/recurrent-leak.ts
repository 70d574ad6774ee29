import type { LeakReport } from '../record/subject-record.ts';
import { millisecondsAfter, millisecondsBetween } from '../time/instants.ts';
import type { Rule } from './rule.ts';

/** How long a leak counts towards a pattern, and how many make one. */
const memory = 365 * 24 * 3_600_000;
const pattern = 2;

/**
 * Leaks keep coming from this home: it is the suspected source of at least two within the last year (R15). The pattern
 * began with the second leak of a run without a quiet year in it, so that it keeps its beginning while it goes on.
 */
export const recurrentLeak: Rule = {
  code: 'recurrent-leak',
  version: 1,
  find({ leaks }, at) {
    const suspected = suspectedIn(leaks);
    const lastButOne = suspected.at(-pattern);
    const latest = suspected.at(-1);
    if (lastButOne === undefined || latest === undefined || millisecondsBetween(lastButOne.at, at) > memory)
      return undefined;
    const run = suspected.slice(startOfRun(suspected));
    return {
      since: run[pattern - 1]?.at ?? lastButOne.at,
      latest: latest.at,
      events: run.map(({ id }) => id),
    };
  },
  changesAt({ leaks }) {
    const lastButOne = suspectedIn(leaks).at(-pattern);
    return lastButOne === undefined ? [] : [millisecondsAfter(lastButOne.at, memory + 1)];
  },
};

function suspectedIn(leaks: readonly LeakReport[]): LeakReport[] {
  return leaks.filter(({ part }) => part === 'source');
}

function startOfRun(leaks: readonly LeakReport[]): number {
  return leaks.findLastIndex(({ at }, index) => {
    const before = leaks[index - 1];
    return before === undefined || millisecondsBetween(before.at, at) > memory;
  });
}
