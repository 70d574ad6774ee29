import { hazardsToGetInFor } from '../record/hazards.ts';
import { accessOfThisHousehold } from '../record/household.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import { unresolvedLeaks } from './active-leak.ts';
import { findingOf } from './finding.ts';
import type { Rule } from './rule.ts';

/** Somebody stood at this household's door in vain, nobody has got in since, and there is still a leak or a work order to get in for (R11). */
export const accessMissed: Rule = {
  code: 'access-missed',
  version: 2,
  find(record) {
    if (!entryIsNeeded(record)) return undefined;
    const access = accessOfThisHousehold(record);
    const lastGained = access.findLastIndex(({ outcome }) => outcome === 'gained');
    return findingOf(access.slice(lastGained + 1).filter(({ inPerson }) => inPerson));
  },
};

function entryIsNeeded(record: SubjectRecord): boolean {
  return (
    unresolvedLeaks(record).length > 0 ||
    hazardsToGetInFor(record).length > 0 ||
    Object.values(record.openCases).some(({ kind }) => kind === 'work-order')
  );
}
