import type { OpenCase, SubjectRecord, WorkOrderClosing } from '../record/subject-record.ts';
import type { Rule } from './rule.ts';

/**
 * A work order was closed at this home while a disrepair claim was open, and is still closed: what was found and done is
 * evidence that the disrepair team has to secure. It holds until the claim is over or the work order is raised again.
 */
export const closedUnderLegalHold: Rule = {
  code: 'closed-under-legal-hold',
  version: 1,
  find(record) {
    const claims = openClaims(record);
    const closed = record.closings.filter(
      closing => isStillClosed(closing, record) && claims.some(({ openedAt }) => openedAt <= closing.at),
    );
    const [first] = closed;
    const latest = closed.at(-1);
    if (first === undefined || latest === undefined) return undefined;
    return {
      since: first.at,
      latest: latest.at,
      events: [...claims.map(({ openedBy }) => openedBy), ...closed.map(({ id }) => id)],
    };
  },
};

function openClaims({ openCases }: SubjectRecord): OpenCase[] {
  return Object.values(openCases)
    .filter(({ kind }) => kind === 'disrepair-claim')
    .sort((a, b) => (`${a.openedAt} ${a.openedBy}` < `${b.openedAt} ${b.openedBy}` ? -1 : 1));
}

function isStillClosed({ workOrder }: WorkOrderClosing, { openCases }: SubjectRecord): boolean {
  return openCases[workOrder] === undefined;
}
