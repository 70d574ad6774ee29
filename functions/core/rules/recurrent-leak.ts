import type { LeakReport } from '../record/subject-record.ts';
import { millisecondsAfter, millisecondsBetween } from '../time/instants.ts';
import { findingOf } from './finding.ts';
import type { Rule } from './rule.ts';

/** How long a leak counts towards a pattern, and how many make one. */
const memory = 365 * 24 * 3_600_000;
const pattern = 2;

/**
 * Leaks keep coming from this home: it is the suspected source of at least two within the last year (R15). One leak is one
 * reference, however many homes it comes into and however often its report is written anew. The pattern began with the
 * second leak of a run without a quiet year in it, so that it keeps its beginning while it goes on.
 */
export const recurrentLeak: Rule = {
  code: 'recurrent-leak',
  version: 2,
  find({ leaks }, at) {
    const run = lastRunOf(leaks);
    const lastButOne = run.at(-pattern);
    if (lastButOne === undefined || millisecondsBetween(lastButOne.at, at) > memory) return undefined;
    const { at: since } = run[pattern - 1] ?? lastButOne;
    const counted = new Set(run.map(({ leakReference }) => leakReference));
    const finding = findingOf(leaks.filter(leak => isSuspected(leak) && counted.has(leak.leakReference)));
    return finding && { ...finding, since };
  },
  changesAt({ leaks }) {
    const lastButOne = lastRunOf(leaks).at(-pattern);
    return lastButOne === undefined ? [] : [millisecondsAfter(lastButOne.at, memory + 1)];
  },
};

function isSuspected({ part }: LeakReport): boolean {
  return part === 'source';
}

/** The first reports of the latest leaks that are suspected to come from here, back to the last quiet year. */
function lastRunOf(leaks: readonly LeakReport[]): LeakReport[] {
  const reports = leaks.filter(isSuspected);
  const firsts = reports.filter(
    ({ leakReference }, index) =>
      reports.findIndex(report => report.leakReference === leakReference) === index,
  );
  const start = firsts.findLastIndex(({ at }, index) => {
    const before = firsts[index - 1];
    return before === undefined || millisecondsBetween(before.at, at) > memory;
  });
  return firsts.slice(start);
}
