import { comparedKey } from '../../../schemas/key-text.ts';
import { compareStamps } from '../record/registers.ts';
import type { LeakReport, SubjectRecord } from '../record/subject-record.ts';
import { millisecondsAfter, millisecondsBetween } from '../time/instants.ts';
import { findingOf } from './finding.ts';
import { defineRule } from './rule.ts';
import { ruleVersions } from './versions.ts';

const day = 24 * 3_600_000;

/**
 * Leaks keep coming from this home: it is the suspected source of several within the last year (R15). One leak is one
 * reference, however many homes it comes into and however often its report is written anew; of those without one, what is
 * reported while another is open is part of that. The pattern began with the second leak of a run without a quiet year in it, so that it keeps its beginning while it goes on.
 */
export const recurrentLeak = defineRule('recurrent-leak', ruleVersions.recurrentLeak, {
  find(record, at, { memoryDays, leaks: pattern }) {
    const memory = memoryDays * day;
    const leaks = reportsIn(record);
    const run = lastRunOf(leaks, memory);
    const oldestOfPattern = run.at(-pattern);
    if (oldestOfPattern === undefined || millisecondsBetween(oldestOfPattern.at, at) > memory)
      return undefined;
    const { at: since } = run[pattern - 1] ?? oldestOfPattern;
    const counted = new Set(run.map(({ leakReference }) => leakReference));
    const finding = findingOf(leaks.filter(leak => isSuspected(leak) && counted.has(leak.leakReference)));
    return finding && { ...finding, since };
  },
  changesAt(record, { memoryDays, leaks: pattern }) {
    const memory = memoryDays * day;
    const oldestOfPattern = lastRunOf(reportsIn(record), memory).at(-pattern);
    return oldestOfPattern === undefined ? [] : [millisecondsAfter(oldestOfPattern.at, memory + 1)];
  },
});

/** Every report of a leak that is remembered, in order of time, whoever gave the leak its reference. */
function reportsIn({ leaks, unnamedLeaks = [] }: SubjectRecord): LeakReport[] {
  const alone = unnamedLeaks.filter(
    ({ at }, index) =>
      !unnamedLeaks.slice(0, index).some(({ closedAt }) => closedAt === undefined || at <= closedAt),
  );
  const unnamed = alone.map(({ at, rank, id, reference: leakReference }): LeakReport => {
    return { at, rank, id, leakReference, part: 'source' };
  });
  return unnamed.length === 0 ? leaks : [...leaks, ...unnamed].sort(compareStamps);
}

function isSuspected({ part }: LeakReport): boolean {
  return part === 'source';
}

/** The first reports of the latest leaks that are suspected to come from here, back to the last quiet year. */
function lastRunOf(leaks: readonly LeakReport[], memory: number): LeakReport[] {
  const reports = leaks.filter(isSuspected);
  const firsts = reports.filter(
    ({ leakReference }, index) =>
      reports.findIndex(report => comparedKey(report.leakReference) === comparedKey(leakReference)) === index,
  );
  const start = firsts.findLastIndex(({ at }, index) => {
    const before = firsts[index - 1];
    return before === undefined || millisecondsBetween(before.at, at) > memory;
  });
  return firsts.slice(start);
}
