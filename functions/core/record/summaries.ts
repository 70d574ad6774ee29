import type { Instant } from '../../../schemas/reference.ts';
import { compareStamps } from './registers.ts';
import type { CaseRow, FlagRow, HeldFlag, OpenCase, SourceStatements } from './subject-record.ts';

/** What the record shows of a case: nothing once it is closed, nor before it was heard to be opened. */
export function openCaseOf({
  kind,
  system,
  reference,
  opened,
  open,
  stage,
  facts,
}: CaseRow): OpenCase | undefined {
  if (opened === undefined || open?.value !== true) return undefined;
  return {
    kind,
    system,
    reference,
    openedAt: opened.at,
    openedBy: opened.id,
    ...(stage === undefined ? {} : { stage: stage.value }),
    facts: Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value])),
  };
}

/** When a source's present assertion of a flag began, or undefined when it asserts none. */
export function heldSince({
  firstAsserted,
  lastAsserted,
  lastWithdrawn,
}: SourceStatements): Instant | undefined {
  if (firstAsserted === undefined || lastAsserted === undefined) return undefined;
  if (lastWithdrawn === undefined) return firstAsserted.at;
  if (compareStamps(lastAsserted, lastWithdrawn) < 0) return undefined;
  return compareStamps(firstAsserted, lastWithdrawn) < 0 ? lastAsserted.at : firstAsserted.at;
}

/** What the record shows of a flag: one flag, however many source systems assert it; nothing when none does any more. */
export function heldFlagOf({ code, tenancyReference, statements }: FlagRow): HeldFlag | undefined {
  const holding = Object.values(statements).flatMap(statement => {
    const since = heldSince(statement);
    return since === undefined
      ? []
      : [{ system: statement.system, since, reviewDue: statement.lastAsserted?.value.reviewDue }];
  });
  const [first] = holding.map(({ since }) => since).sort();
  if (first === undefined) return undefined;
  const [reviewDue] = holding.flatMap(held => (held.reviewDue === undefined ? [] : [held.reviewDue])).sort();
  return {
    code,
    ...(tenancyReference === undefined ? {} : { tenancyReference }),
    since: first,
    sources: [...new Set(holding.map(({ system }) => system))].sort(),
    ...(reviewDue === undefined ? {} : { reviewDue }),
  };
}
