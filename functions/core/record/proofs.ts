import * as z from 'zod';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { daysBetween } from '../time/instants.ts';
import { compareStamps, isBefore, type Stamp, stampSchema } from './registers.ts';
import type { CaseRow } from './row.ts';

/** That an event says that the work is done and shows nothing of it; or that it shows something, or says it was not done. */
export type Showing = 'owed' | 'given';

/** A work order that was said to be done, with nothing to show it: the last time that this was said. */
const proofSchema = stampSchema.extend({
  /** The key of its case. */
  workOrder: z.string(),
  reference: z.string(),
  /** Something shows it by now, or it was raised again or cancelled since. */
  settled: z.literal(true).exactOptional(),
});
export type Proof = z.infer<typeof proofSchema>;
export const proofsSchema = z.array(proofSchema);

/** When the work was last said to be done with nothing to show it, or something last showed it, after one more event. */
export function proofAfter(
  { proofOwed, proofGiven }: CaseRow,
  { time: at, id }: SystemEvent,
  proof: Showing | undefined,
): Pick<CaseRow, 'proofOwed' | 'proofGiven'> {
  const next: Stamp = { at, rank: 0, id };
  if (proof === 'owed') return { proofOwed: later(proofOwed, next) };
  if (proof === 'given') return { proofGiven: later(proofGiven, next) };
  return {};
}

function later(current: Stamp | undefined, next: Stamp): Stamp {
  return current === undefined || isBefore(current, next) ? next : current;
}

/** How many such work orders a record remembers; older ones are in the timeline. */
const kept = 12;

/**
 * The record's work orders that were done with nothing to show it, with what one's row says now. Settled ones keep their
 * place, so that which are kept depends on the set of events alone: on the latest word of each.
 */
export function withProof(proofs: readonly Proof[], workOrder: string, row: CaseRow): Proof[] {
  if (row.proofOwed === undefined) return [...proofs];
  const { proofOwed, reference } = row;
  const settled = isSettled(row) ? { settled: true as const } : {};
  const others = proofs.filter(one => one.workOrder !== workOrder);
  return [...others, { ...proofOwed, workOrder, reference, ...settled }].sort(compareStamps).slice(-kept);
}

/** Evidence counts from the day on which the work was said to be done: a photograph is taken before the job is closed. */
function isSettled({ proofOwed, proofGiven, openings = [] }: CaseRow): boolean {
  if (proofOwed === undefined) return true;
  const isShown = proofGiven !== undefined && daysBetween(proofOwed.at, proofGiven.at) >= 0;
  return isShown || openings.some(opening => isBefore(proofOwed, opening));
}

/** The work orders of a record that are said to be done and of which nothing shows it. */
export function proofsOwed({ proofs }: { proofs: readonly Proof[] }): Proof[] {
  return proofs.filter(({ settled }) => settled === undefined);
}
