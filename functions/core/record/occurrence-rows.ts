import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { SystemName } from '../../../schemas/reference.ts';
import type { OccurrenceEffect } from './effect.ts';
import { withStep } from './occurrence-steps.ts';
import type { OccurrencesRow } from './row.ts';

/** An ending ranks after everything else of its instant, as far as stages have an order. */
const endingRank = 100;

/** Something that recurs, of which nothing was heard yet. */
export function emptyOccurrences({ kind, of }: OccurrenceEffect): OccurrencesRow {
  return { row: 'occurrences', kind, of, steps: [] };
}

/** What was said of something that recurs, after one more event; commutative and idempotent over events. */
export function mergeOccurrence(
  row: OccurrencesRow,
  { time: at, id }: SystemEvent,
  system: SystemName,
  { does, stage: [stage, order], names, facts }: OccurrenceEffect,
): OccurrencesRow {
  const rank = does === 'ends' ? endingRank : order;
  const named = names === undefined ? {} : { names };
  const known = facts === undefined ? {} : { facts };
  const step = { at, rank, id, does, stage, order, system, ...named, ...known };
  return { ...row, steps: withStep(row.steps, step) };
}
