import { type FlagCode, flagDefinition } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { daysAfter, startOf } from '../time/instants.ts';

/**
 * How often a list that has a row every night confirms the flags of the row: so often in the longest time that a flag may go
 * without, and so often before its review is due. A marker of a year is confirmed every month, and lapses at most a month
 * early where the list stops coming.
 */
const often = { inItsLife: 12, beforeItsReview: 2 } as const;

/** When a list that said these flags is to confirm them again; never where it said none. */
export function confirmAgainAt(codes: readonly FlagCode[], said: Instant): Instant | undefined {
  const [days] = codes.map(daysConfirmed).sort((a, b) => a - b);
  return days === undefined ? undefined : startOf(daysAfter(said, days));
}

function daysConfirmed(code: FlagCode): number {
  const { maximumDays, reviewDays } = flagDefinition(code);
  const days = Math.min(maximumDays / often.inItsLife, reviewDays / often.beforeItsReview);
  return Math.max(1, Math.floor(days));
}
