import type { ClearingReason } from '../../../schemas/flag-life.ts';
import type { Flag } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { decisionsIn, flagKey } from '../record/flag-rows.ts';
import { isOfThisHousehold } from '../record/household.ts';
import { isMissing } from '../record/observed.ts';
import type { Row } from '../record/row.ts';
import { type DerivedFlag, type HeldFlag, type SubjectRecord, uprnOf } from '../record/subject-record.ts';
import { startOf } from '../time/instants.ts';
import { hasEnded } from './standing.ts';

/** What there is to tell why a flag is no longer in force: the record, and those rows of it that were read. */
export interface Ground {
  record: SubjectRecord;
  rows: Readonly<Record<string, Row>>;
  at: Instant;
}

/**
 * Why a flag that was in force is so no longer.
 * @param now the flag as it lives on, proposed or suspended, if it does.
 */
export function clearingReason(
  was: Flag,
  now: DerivedFlag | undefined,
  { record, rows, at }: Ground,
): ClearingReason {
  if (now !== undefined) return now.state === 'suspended' ? 'expired' : 'withdrawn';
  const key = flagKey(was);
  if (was.because !== undefined) {
    const { value } = record.decisions[key]?.decided.cleared ?? {};
    return value?.until !== undefined && at < startOf(value.until) ? 'decided' : 'rule-no-longer-holds';
  }
  const decided = decisionsIn(rows, was)?.decided;
  const held = Object.values(record.heldFlags).filter(one => flagKey(one) === key);
  const stands = held.filter(one => !hasEnded(one, at));
  if (stands.some(one => one.knownAs === undefined || isOfAnEarlierHousehold(record, one, at)))
    return 'tenancy-ended';
  const isDecided = [decided?.cleared, decided?.refused].some(
    one => one !== undefined && one.at >= was.since,
  );
  if (isDecided) return 'decided';
  return Object.values(rows).some(row => isOnlyMissing(row, key)) ? 'no-longer-listed' : 'withdrawn';
}

function isOfAnEarlierHousehold(record: SubjectRecord, { last }: HeldFlag, at: Instant): boolean {
  return uprnOf(record.subject) !== undefined && !isOfThisHousehold(record, last.at, at);
}

/** Whether a source never took back what it said of the flag: its extract just does not have it any more. */
function isOnlyMissing(row: Row, key: string): boolean {
  if (row.row !== 'flag' || flagKey(row) !== key) return false;
  const { lastAsserted, lastWithdrawn, lastMissing } = row;
  return isMissing(lastMissing, lastAsserted) && !isMissing(lastWithdrawn, lastAsserted);
}
