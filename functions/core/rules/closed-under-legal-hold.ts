import { compareStamps, type Stamp } from '../record/registers.ts';
import type { SubjectRecord, WorkOrderClosing } from '../record/subject-record.ts';
import { findingOf, openingOf } from './finding.ts';
import { defineRule } from './rule.ts';
import { ruleVersions } from './versions.ts';

/**
 * A work order was closed at this home while a disrepair claim was open, and is still closed: what was found and done is
 * evidence that the disrepair team has to secure. It holds until the claim is over or the work order is raised again.
 */
export const closedUnderLegalHold = defineRule('closed-under-legal-hold', ruleVersions.closedUnderLegalHold, {
  find(record) {
    const claims = openClaims(record);
    const closed = findingOf(
      record.closings.filter(
        closing => isStillClosed(closing, record) && claims.some(({ at }) => at <= closing.at),
      ),
    );
    return closed && { ...closed, events: [...claims.map(({ id }) => id), ...closed.events] };
  },
});

function openClaims({ openCases }: SubjectRecord): Stamp[] {
  return Object.values(openCases)
    .filter(({ kind }) => kind === 'disrepair-claim')
    .map(openingOf)
    .sort(compareStamps);
}

function isStillClosed({ workOrder }: WorkOrderClosing, { openCases }: SubjectRecord): boolean {
  return openCases[workOrder] === undefined;
}
