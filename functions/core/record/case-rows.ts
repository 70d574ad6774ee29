import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { SystemName } from '../../../schemas/reference.ts';
import type { CaseEffect } from './effect.ts';
import { firstWriter, lastWriter, type Register } from './registers.ts';
import type { CaseRow } from './row.ts';

/** A case of which nothing was heard yet. */
export function emptyCase({ kind, reference }: CaseEffect): CaseRow {
  return { row: 'case', kind, reference, facts: {} };
}

/** A case after an event that counts no more: whether it was opened is kept. */
export function mergeCorrected(row: CaseRow, { open }: CaseEffect): CaseRow {
  return open === true ? { ...row, openingCorrected: true } : row;
}

/** A case after one more event; commutative and idempotent over events. */
export function mergeCase(
  row: CaseRow,
  event: SystemEvent,
  system: SystemName,
  { open, stage, facts }: CaseEffect,
): CaseRow {
  const written = <T>(value: T, rank = 0): Register<T> => ({ value, at: event.time, rank, id: event.id });
  const after: CaseRow = { ...row, facts: { ...row.facts } };
  if (open === true) after.opened = firstWriter(after.opened, written(system));
  if (open !== undefined) after.open = lastWriter(after.open, written(open, open ? 0 : 1));
  if (stage !== undefined) after.stage = lastWriter(after.stage, written(stage[0], stage[1]));
  for (const [name, value] of Object.entries(facts ?? {})) {
    after.facts[name] = lastWriter(after.facts[name], written(value));
  }
  return after;
}
