import type { Instant } from '../../../schemas/reference.ts';
import type { AccessAttempt, SubjectRecord } from './subject-record.ts';

/**
 * Since when a home has had the household that is there now, or none: since the earliest tenancy that is open began, else
 * since the last one ended. What a household did belongs to it and not to the bricks; the timeline keeps all of it.
 * Whenever a change of tenancy is heard, it parts what happened by when that was. Undefined where no tenancy was heard of.
 */
function householdSince({ openCases, tenancyEndedAt }: SubjectRecord): Instant | undefined {
  const begun = Object.values(openCases).flatMap(({ kind, openedAt }) =>
    kind === 'tenancy' ? [openedAt] : [],
  );
  return begun.sort()[0] ?? tenancyEndedAt;
}

/** Whether something happened while the household was there that is there now. */
export function isOfThisHousehold(record: SubjectRecord, at: Instant): boolean {
  const since = householdSince(record);
  return since === undefined || at >= since;
}

/** The attempts to get in that this household was there for, in the order in which they happened. */
export function accessOfThisHousehold(record: SubjectRecord): AccessAttempt[] {
  return record.access.filter(({ at }) => isOfThisHousehold(record, at));
}
