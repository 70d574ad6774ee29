import type { OpenCase, SubjectRecord } from '../record/subject-record.ts';
import type { Rule } from './rule.ts';

/** Leaks that are not resolved and come into this home or seem to come from it; a block only counts them. */
export function unresolvedLeaks({ openCases }: SubjectRecord): OpenCase[] {
  return Object.values(openCases)
    .filter(({ kind, facts }) => kind === 'leak' && facts['part'] !== 'block')
    .sort((a, b) =>
      a.openedAt === b.openedAt ? compare(a.openedBy, b.openedBy) : compare(a.openedAt, b.openedAt),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** A leak here is reported and not resolved (R5, R16). */
export const activeLeak: Rule = {
  code: 'active-leak',
  version: 1,
  find(record) {
    const leaks = unresolvedLeaks(record);
    const [first] = leaks;
    const latest = leaks.at(-1);
    if (first === undefined || latest === undefined) return undefined;
    return {
      since: first.openedAt,
      latest: latest.openedAt,
      events: leaks.map(({ openedBy }) => openedBy),
    };
  },
};
