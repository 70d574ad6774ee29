import { comparedKey } from '../../../schemas/key-text.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { hazardsToGetInFor } from '../record/hazards.ts';
import { accessOfThisHousehold } from '../record/household.ts';
import type { AccessAttempt, SubjectRecord } from '../record/subject-record.ts';
import { daysBetween } from '../time/instants.ts';
import { unresolvedLeaks } from './active-leak.ts';
import { findingOf } from './finding.ts';
import { defineRule } from './rule.ts';
import { ruleVersions } from './versions.ts';

/** Something that is open now and that somebody has to get in for. */
interface Need {
  kind: string;
  reference: string;
  openedAt: Instant;
}

/**
 * Somebody stood at this household's door in vain, nobody has got in since, and what they came for is still open: the job
 * or leak of the attempt, or a leak or hazard that was open on that day. It ends with that, whatever is opened afterwards
 * (R11).
 */
export const accessMissed = defineRule('access-missed', ruleVersions.accessMissed, {
  find(record, at) {
    const needs = needsOf(record);
    const access = accessOfThisHousehold(record, at);
    const lastGained = access.findLastIndex(({ outcome }) => outcome === 'gained');
    return findingOf(
      access
        .slice(lastGained + 1)
        .filter(attempt => attempt.inPerson && needs.some(need => wasFor(attempt, need))),
    );
  },
});

function needsOf(record: SubjectRecord): Need[] {
  const jobs = Object.values(record.openCases).filter(({ kind }) => kind === 'work-order');
  const hazards = hazardsToGetInFor(record).map(hazard => ({ ...hazard, kind: 'hazard' }));
  return [...unresolvedLeaks(record), ...jobs, ...hazards];
}

/**
 * Whether an attempt was for what is still open. A job that an attempt does not name was not what it was for; a danger
 * that was known by that day was, whatever else brought somebody to the door.
 */
function wasFor(attempt: AccessAttempt, need: Need): boolean {
  if (daysBetween(need.openedAt, attempt.at) < 0) return false;
  const named = attempt.for ?? [];
  if (named.length === 0 || need.kind !== 'work-order') return true;
  return named.some(
    ({ kind, reference }) => kind === need.kind && comparedKey(reference) === comparedKey(need.reference),
  );
}
