import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant, SystemName } from '../../../schemas/reference.ts';
import type { CaseEffect } from './effect.ts';
import { basisOf, isInferred, observedAt } from './observed.ts';
import { proofAfter } from './proofs.ts';
import { firstWriter, keepLatest, lastWriter, type Register } from './registers.ts';
import type { CaseRow } from './row.ts';

/** How many openings of a case are kept: more often than that none is opened again after one closing. */
const openingsKept = 8;

/** A case of which nothing was heard yet that counts. */
export function emptyCase({ kind, reference }: CaseEffect): CaseRow {
  return { row: 'case', kind, reference, onlyCorrected: true, facts: {} };
}

/** A case after an event that counts no more: whether it was opened is kept, and how it was called where nobody else says. */
export function mergeCorrected(before: CaseRow, { open, reference }: CaseEffect): CaseRow {
  const row = before.onlyCorrected === true ? spelt(before, reference) : before;
  return open === true ? { ...row, openingCorrected: true } : row;
}

/** A case that is called in capitals and not is shown in capitals, whichever was heard first. */
function spelt(row: CaseRow, reference: string): CaseRow {
  return reference < row.reference ? { ...row, reference } : row;
}

/**
 * A case after one more event; commutative and idempotent over events. When it was opened and how far it has come goes by
 * when that happened; whether it is open, and its facts, by when that was last seen. An ending that was inferred says
 * neither how it ended nor that it did: anything later takes it back. What is only shown of it afterwards does not.
 */
export function mergeCase(
  { onlyCorrected, ...row }: CaseRow,
  event: SystemEvent,
  system: SystemName,
  { reference, open, stage, facts, proof }: CaseEffect,
): CaseRow {
  const stamp = <T>(at: Instant, value: T, rank = 0): Register<T> => ({ value, at, rank, id: event.id });
  const seen = observedAt(event);
  const day = basisOf(event);
  const after: CaseRow = {
    ...(onlyCorrected === true ? { ...row, reference } : spelt(row, reference)),
    facts: { ...row.facts },
    ...proofAfter(row, event, proof),
  };
  if (open === false && isInferred(event)) {
    return { ...after, missing: lastWriter(after.missing, stamp(seen, true, 1)) };
  }
  const isAside = open === undefined && stage === undefined && facts === undefined;
  if (open !== false && !isAside) after.present = lastWriter(after.present, stamp(seen, true));
  if (open === true) {
    const { value: _value, ...opening } = { ...stamp(event.time, true), ...day };
    after.opened = firstWriter(after.opened, { ...stamp(event.time, system), ...day });
    after.openings = keepLatest(after.openings ?? [], opening, openingsKept);
  }
  if (open === false) after.closed = lastWriter(after.closed, stamp(event.time, true as const, 1));
  if (open !== undefined) after.open = lastWriter(after.open, stamp(seen, open, open ? 0 : 1));
  if (stage !== undefined) after.stage = lastWriter(after.stage, stamp(event.time, stage[0], stage[1]));
  for (const [name, value] of Object.entries(facts ?? {})) {
    after.facts[name] = lastWriter(after.facts[name], stamp(seen, value));
  }
  return after;
}
