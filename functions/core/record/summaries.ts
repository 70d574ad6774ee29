import type { Instant } from '../../../schemas/reference.ts';
import type { Fact } from './fact.ts';
import { isMissing } from './observed.ts';
import { isBefore, type Stamp } from './registers.ts';
import type { CaseRow, FlagRow } from './row.ts';
import type { OpenCase } from './subject-record.ts';
import { endsFact } from './tenancy-case.ts';

/**
 * What the record shows of a case: nothing once it is closed, nor before it was heard to be opened. A tenancy that only went
 * missing from a list is shown as that: nobody is moved out by a list alone (`tenancies.ts`), but after the end that the
 * list gave itself.
 */
export function openCaseOf(row: CaseRow): OpenCase | undefined {
  const { kind, reference, opened, open, present, missing, stage } = row;
  if (opened === undefined || open?.value !== true) return undefined;
  const facts = factsOf(row, open.at);
  const missingSince = isMissing(missing, present) ? missing?.at : undefined;
  if (missingSince !== undefined && (kind !== 'tenancy' || hasComeBy(facts[endsFact], missingSince)))
    return undefined;
  const opening = openingOf(row) ?? opened;
  return {
    kind,
    system: opened.value,
    reference,
    openedAt: opening.at,
    openedBy: opening.id,
    ...(opening.dateOnly === true && { openedOnDay: true as const }),
    ...(stage === undefined ? {} : { stage: stage.value }),
    ...(missingSince === undefined ? {} : { missingSince }),
    facts,
  };
}

/** What was heard of a case, open or not: nothing where nobody opened it, or only an entry that was corrected did. */
export function knownCaseOf(row: CaseRow): OpenCase | undefined {
  const { kind, reference, opened, open = opened } = row;
  if (opened === undefined || open === undefined) return undefined;
  const { value: system, at: openedAt, id: openedBy } = opened;
  return { kind, system, reference, openedAt, openedBy, facts: factsOf(row, open.at) };
}

/** What is known of a case. An end that had come before it was last said to be open was none, and one taken back is none. */
function factsOf({ facts }: CaseRow, opened: Instant): Record<string, Fact> {
  const values = Object.entries(facts).map(([name, { value }]): [string, Fact] => [name, value]);
  return Object.fromEntries(
    values.filter(([name, value]) => name !== endsFact || (value !== null && !hasComeBy(value, opened))),
  );
}

function hasComeBy(end: Fact | undefined, at: Instant): boolean {
  return typeof end === 'string' && end <= at;
}

/** The first opening after the last closing. */
function openingOf({ openings = [], closed }: CaseRow): Stamp | undefined {
  return closed === undefined ? undefined : openings.find(opening => isBefore(closed, opening));
}

type Said = Pick<FlagRow, 'firstAsserted' | 'lastAsserted' | 'lastWithdrawn' | 'lastMissing'>;
interface Span {
  since: Stamp;
  last: Stamp;
}

/** When a source's present assertion of a flag began, or undefined when it does not assert it. */
export function heldSince(row: Said): Instant | undefined {
  return heldSpan(row)?.since.at;
}

/** When a source began to say that a flag holds and when it said so last, or undefined when it took that back. */
export function heldSpan({
  firstAsserted,
  lastAsserted,
  lastWithdrawn,
  lastMissing,
}: Said): Span | undefined {
  if (firstAsserted === undefined || lastAsserted === undefined) return undefined;
  if (isMissing(lastMissing, lastAsserted)) return undefined;
  return after({ since: stampOf(firstAsserted), last: stampOf(lastAsserted) }, lastWithdrawn);
}

/** What is left of an assertion when everything up to a stamp counts no more. */
export function after<T extends Span>(span: T | undefined, bar: Stamp | undefined): T | undefined {
  if (span === undefined || bar === undefined) return span;
  if (isBefore(span.last, bar)) return undefined;
  return isBefore(span.since, bar) ? { ...span, since: span.last } : span;
}

/** A stamp without what else it is kept with. */
export function stampOf({ at, rank, id }: Stamp): Stamp {
  return { at, rank, id };
}
