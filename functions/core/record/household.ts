import type { Instant } from '../../../schemas/reference.ts';
import type { AccessAttempt, SubjectRecord } from './subject-record.ts';
import { startOfTenancy, tenanciesAt, tenancyChangesIn } from './tenancies.ts';

/**
 * Since when a home has had the household that is there now, or none: since the earliest tenancy in force began, else
 * since the last one ended. What a household did belongs to it and not to the bricks; the timeline keeps all of it.
 * Whenever a change of tenancy is heard, it parts what happened by when that was. Undefined where no tenancy was heard of,
 * or where nobody said when it began.
 */
function householdSince(record: SubjectRecord, at: Instant): Instant | undefined {
  const inForce = tenanciesAt(record, at);
  if (inForce.length > 0) return inForce.flatMap(one => startOfTenancy(one) ?? []).sort()[0];
  const gone = tenancyChangesIn(record).filter(change => change <= at);
  const { tenancyEndedAt } = record;
  const ended = [...gone, ...(tenancyEndedAt === undefined ? [] : [tenancyEndedAt])];
  return ended.sort().at(-1);
}

/** Whether something happened while the household was there that is there at an instant. */
export function isOfThisHousehold(record: SubjectRecord, happened: Instant, at: Instant): boolean {
  const since = householdSince(record, at);
  return since === undefined || happened >= since;
}

/** The attempts to get in that the household of an instant was there for, in the order in which they happened. */
export function accessOfThisHousehold(record: SubjectRecord, at: Instant): AccessAttempt[] {
  return record.access.filter(attempt => isOfThisHousehold(record, attempt.at, at));
}
