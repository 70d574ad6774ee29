import { type Flag, flagDefinition } from '../../../schemas/flags.ts';
import type { Officer } from '../../../schemas/officers.ts';
import type { CalendarDate, Instant } from '../../../schemas/reference.ts';
import { identityOf } from '../record/flag-identity.ts';
import { flagKey } from '../record/flag-rows.ts';
import type { FlagIdentity } from '../record/flag-statement.ts';
import type { FlagDecisions, SubjectRecord } from '../record/subject-record.ts';
import { daysAfter } from '../time/instants.ts';
import { invalid, type RefusedDecision } from './result.ts';

/** A flag that somebody decides about, as it stands when they do. */
export interface Situation {
  flag: Flag;
  record: SubjectRecord;
  officer: Officer;
  at: Instant;
  /** Whether a work order, a leak or a hazard is open at a home on which the flag shows. */
  workIsOpen: boolean;
}

/** What each decision says of its flag: which it is, and who decides. */
export function aboutFlag({ flag, officer }: Situation) {
  return { ...identityOf(flag), decidedBy: officer };
}

/** What was decided of the flag before. */
export function decidedOn({ flag, record }: Situation): Partial<FlagDecisions['decided']> {
  return record.decisions[flagKey(flag)]?.decided ?? {};
}

/** Whether an officer raised or proposed a flag, and that word of theirs still stands. */
export function isRaisedBy(
  { officer }: Officer,
  flag: FlagIdentity,
  record: Pick<SubjectRecord, 'heldFlags'> | undefined,
): boolean {
  return Object.values(record?.heldFlags ?? {}).some(
    held => held.raisedBy?.officer === officer && flagKey(held) === flagKey(flag),
  );
}

/** Refuses a day that is not ahead, or further ahead than the flag may stay without anybody looking at it. */
export function refusedDay(
  path: string,
  day: CalendarDate,
  code: Flag['code'],
  at: Instant,
): RefusedDecision | undefined {
  const { maximumDays } = flagDefinition(code);
  const [today, last] = [daysAfter(at, 0), daysAfter(at, maximumDays)];
  if (day > today && day <= last) return undefined;
  return invalid(
    path,
    `The day has to be after ${today} and no later than ${last}: ${maximumDays} days is the most`,
  );
}
