import type { LeakReport } from '../record/subject-record.ts';
import { millisecondsAfter, millisecondsBetween } from '../time/instants.ts';
import { findingOf } from './finding.ts';
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
    const run = lastRunOf(leaks);
    const lastButOne = run.at(-pattern);
    if (lastButOne === undefined || millisecondsBetween(lastButOne.at, at) > memory) return undefined;
    const { at: since } = run[pattern - 1] ?? lastButOne;
    const finding = findingOf(run);
    return finding && { ...finding, since };
  },
  changesAt({ leaks }) {
    const lastButOne = lastRunOf(leaks).at(-pattern);
    return lastButOne === undefined ? [] : [millisecondsAfter(lastButOne.at, memory + 1)];
  },
};

/** The latest leaks that are suspected to come from here, back to the last quiet year. */
function lastRunOf(leaks: readonly LeakReport[]): LeakReport[] {
  const suspected = leaks.filter(({ part }) => part === 'source');
  const start = suspected.findLastIndex(({ at }, index) => {
    const before = suspected[index - 1];
    return before === undefined || millisecondsBetween(before.at, at) > memory;
  });
  return suspected.slice(start);
}
