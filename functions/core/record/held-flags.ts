import { flagDefinition } from '../../../schemas/flags.ts';
import { officersSystem } from '../../../schemas/officers.ts';
import { flagKey } from './flag-rows.ts';
import type { FlagIdentity } from './flag-statement.ts';
import { isBefore } from './registers.ts';
import type { DecisionsRow, FlagRow, Row } from './row.ts';
import type { FlagDecisions, HeldFlag, SubjectRecord } from './subject-record.ts';
import { after, heldSpan, stampOf } from './summaries.ts';

/**
 * Whether an officer may refuse an assertion: what officers raised or proposed, and what a system says without a second
 * person's approval where that is needed.
 */
function isRefusable({ code, system, since, approved }: HeldFlag): boolean {
  const isApproved = approved !== undefined && !isBefore(approved, since);
  return system === officersSystem || (flagDefinition(code).secondPerson && !isApproved);
}

/** What the record shows of an assertion: nothing once it is withdrawn, or taken back by decision. */
function heldFlagOf(row: FlagRow, decisions: DecisionsRow | undefined): HeldFlag | undefined {
  const span = heldSpan(row);
  if (span === undefined) return undefined;
  const { code, tenancyReference, system, knownAs, lastAsserted, lastApproved, lastConfirmed } = row;
  const { reviewDue, endsOn, raisedBy } = lastAsserted?.value ?? {};
  const held = {
    code,
    ...(tenancyReference === undefined ? {} : { tenancyReference }),
    system,
    ...(knownAs === undefined ? {} : { knownAs }),
    ...span,
    ...(lastConfirmed === undefined ? {} : { confirmedAt: lastConfirmed.at }),
    ...(reviewDue === undefined ? {} : { reviewDue }),
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(raisedBy === undefined ? {} : { raisedBy }),
    ...(lastApproved === undefined ? {} : { approved: stampOf(lastApproved) }),
  };
  return leftOf(held, decisions);
}

/**
 * What is left of an assertion after what was decided. A clearance goes first: whether what was said after it is approved
 * does not go by an approval from before, in whatever order the two decisions are heard.
 */
export function leftOf(
  held: HeldFlag,
  decisions: Pick<DecisionsRow, 'decided'> | undefined,
): HeldFlag | undefined {
  const { cleared, refused } = decisions?.decided ?? {};
  const left = after(held, cleared);
  return left !== undefined && isRefusable(left) ? after(left, refused) : left;
}

/** What a record needs of a flag's decisions, or undefined when there is nothing in them. */
function summaryOf({ decided, heard }: DecisionsRow): FlagDecisions | undefined {
  const denied = Object.entries(heard).flatMap(([system, spoke]) =>
    spoke === 'asserted' ? [] : [[system, spoke.at] as const],
  );
  if (denied.length === 0 && Object.keys(decided).length === 0) return undefined;
  return { decided, denied: Object.fromEntries(denied) };
}

/**
 * The record after something was said of a flag or decided about it. A decision takes assertions back whose rows were not
 * read: their summaries tell enough. Decisions are in the record while there is something to decide about, so that it
 * does not grow with what was decided ever: an assertion that stands, a rule of the hub, or, of a person, what another record
 * may say of the same person.
 * @param said the row of what was said, with its key.
 */
export function withFlag(
  record: SubjectRecord,
  flag: FlagIdentity,
  said: { key: string; row: FlagRow } | undefined,
  decisions: DecisionsRow | undefined,
): SubjectRecord {
  const key = flagKey(flag);
  const others = Object.entries(record.heldFlags).flatMap(([row, held]): [string, HeldFlag][] => {
    if (row === said?.key) return [];
    if (flagKey(held) !== key) return [[row, held]];
    const left = leftOf(held, decisions);
    return left === undefined ? [] : [[row, left]];
  });
  const own = said && heldFlagOf(said.row, decisions);
  const heldFlags = Object.fromEntries(said && own ? [...others, [said.key, own]] : others);
  const isHeld = Object.values(heldFlags).some(held => flagKey(held) === key);
  const summary =
    decisions && (isHeld || isOfARule(flag) || isOfTwoRecords(record, flag))
      ? summaryOf(decisions)
      : undefined;
  const { [key]: _before, ...rest } = record.decisions;
  return { ...record, heldFlags, decisions: summary === undefined ? rest : { ...rest, [key]: summary } };
}

/**
 * Of somebody about whom it was ever decided with whom they are one: there are no more of those than the taxonomy has codes
 * of persons.
 */
function isOfTwoRecords({ sameAs }: SubjectRecord, { code, tenancyReference }: FlagIdentity): boolean {
  return sameAs !== undefined && flagDefinition(code).hangsOn === 'person' && tenancyReference === undefined;
}

/** The record of somebody who is found to be one with another person, or not: with what was decided of any flag of theirs. */
export function withDecisions(record: SubjectRecord, rows: Readonly<Record<string, Row>>): SubjectRecord {
  const decided = Object.values(rows).flatMap(row => {
    const summary = row.row === 'decisions' && isOfTwoRecords(record, row) ? summaryOf(row) : undefined;
    return row.row === 'decisions' && summary !== undefined ? [[flagKey(row), summary] as const] : [];
  });
  return decided.length === 0
    ? record
    : { ...record, decisions: { ...record.decisions, ...Object.fromEntries(decided) } };
}

function isOfARule({ code, tenancyReference }: FlagIdentity): boolean {
  return flagDefinition(code).derived === true && tenancyReference === undefined;
}
