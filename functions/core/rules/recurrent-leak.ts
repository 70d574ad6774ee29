import type { LeakReport } from '../record/subject-record.ts';
import { millisecondsAfter, millisecondsBetween } from '../time/instants.ts';
import { findingOf } from './finding.ts';
import { defineRule } from './rule.ts';
import { ruleVersions } from './versions.ts';

const day = 24 * 3_600_000;

/**
 * Leaks keep coming from this home: it is the suspected source of several within the last year (R15). One leak is one
 * reference, however many homes it comes into and however often its report is written anew. The pattern began with the
 * second leak of a run without a quiet year in it, so that it keeps its beginning while it goes on.
 */
export const recurrentLeak = defineRule('recurrent-leak', ruleVersions.recurrentLeak, {
  find({ leaks }, at, { memoryDays, leaks: pattern }) {
    const memory = memoryDays * day;
    const run = lastRunOf(leaks, memory);
    const oldestOfPattern = run.at(-pattern);
    if (oldestOfPattern === undefined || millisecondsBetween(oldestOfPattern.at, at) > memory)
      return undefined;
    const { at: since } = run[pattern - 1] ?? oldestOfPattern;
    const counted = new Set(run.map(({ leakReference }) => leakReference));
    const finding = findingOf(leaks.filter(leak => isSuspected(leak) && counted.has(leak.leakReference)));
    return finding && { ...finding, since };
  },
  changesAt({ leaks }, { memoryDays, leaks: pattern }) {
    const memory = memoryDays * day;
    const oldestOfPattern = lastRunOf(leaks, memory).at(-pattern);
    return oldestOfPattern === undefined ? [] : [millisecondsAfter(oldestOfPattern.at, memory + 1)];
  },
});

function isSuspected({ part }: LeakReport): boolean {
  return part === 'source';
}

/** The first reports of the latest leaks that are suspected to come from here, back to the last quiet year. */
function lastRunOf(leaks: readonly LeakReport[], memory: number): LeakReport[] {
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
