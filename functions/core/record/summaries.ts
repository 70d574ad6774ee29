import type { Instant } from '../../../schemas/reference.ts';
import { compareStamps } from './registers.ts';
import type { CaseRow, FlagRow, HeldFlag, OpenCase } from './subject-record.ts';

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

/** When a source's present assertion of a flag began, or undefined when it does not assert it. */
export function heldSince({
  firstAsserted,
  lastAsserted,
  lastWithdrawn,
}: Pick<FlagRow, 'firstAsserted' | 'lastAsserted' | 'lastWithdrawn'>): Instant | undefined {
  if (firstAsserted === undefined || lastAsserted === undefined) return undefined;
  if (lastWithdrawn === undefined) return firstAsserted.at;
  if (compareStamps(lastAsserted, lastWithdrawn) < 0) return undefined;
  return compareStamps(firstAsserted, lastWithdrawn) < 0 ? lastAsserted.at : firstAsserted.at;
}

/** What the record shows of an assertion: nothing once it is withdrawn. */
export function heldFlagOf(row: FlagRow): HeldFlag | undefined {
  const since = heldSince(row);
  if (since === undefined) return undefined;
  const { code, tenancyReference, system, lastAsserted } = row;
  const reviewDue = lastAsserted?.value.reviewDue;
  return {
    code,
    ...(tenancyReference === undefined ? {} : { tenancyReference }),
    system,
    since,
    ...(reviewDue === undefined ? {} : { reviewDue }),
  };
}
