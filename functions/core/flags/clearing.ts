import type { ClearingReason } from '../../../schemas/flag-life.ts';
import type { Flag } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { decisionsIn, flagKey } from '../record/flag-rows.ts';
import { isOfThisHousehold } from '../record/household.ts';
import { isMissing } from '../record/observed.ts';
import { compareStamps } from '../record/registers.ts';
import type { FlagRow, Row } from '../record/row.ts';
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
  const made = [decided?.cleared, decided?.refused].filter(one => one !== undefined && one.at >= was.since);
  if (made.some(one => one?.value.enteredInError)) return 'entered-in-error';
  return made.length > 0 ? 'decided' : takenBack(rows, key);
}

/** How its sources took it back: the last word counts. */
function takenBack(rows: Ground['rows'], key: string): ClearingReason {
  const said = Object.values(rows).filter(
    (row): row is FlagRow => row.row === 'flag' && flagKey(row) === key,
  );
  if (said.some(isOnlyMissing)) return 'no-longer-listed';
  const endings = said.flatMap(({ lastAsserted, lastWithdrawn }) =>
    lastWithdrawn !== undefined && isMissing(lastWithdrawn, lastAsserted) ? [lastWithdrawn] : [],
  );
  return endings.toSorted(compareStamps).at(-1)?.value === 'entered-in-error'
    ? 'entered-in-error'
    : 'withdrawn';
}

function isOfAnEarlierHousehold(record: SubjectRecord, { last }: HeldFlag, at: Instant): boolean {
  return uprnOf(record.subject) !== undefined && !isOfThisHousehold(record, last.at, at);
}

/** Whether a source never took back what it said of the flag: its extract just does not have it any more. */
function isOnlyMissing({ lastAsserted, lastWithdrawn, lastMissing }: FlagRow): boolean {
  return isMissing(lastMissing, lastAsserted) && !isMissing(lastWithdrawn, lastAsserted);
}
