import { flagDefinition } from '../../../schemas/flags.ts';
import type { LivingFlag } from './system-drift.ts';

/** How many flags nobody confirmed for as long as their kind may go, which are in force all the same. */
export interface OverdueReviews {
  states: number;
  facts: number;
}

/** Counts the overdue reviews. Of a marker there is none: it is suspended at its longest time. */
export function overdueReviews(living: readonly Pick<LivingFlag, 'code' | 'state'>[]): OverdueReviews {
  const overdue = living.filter(({ state }) => state === 'review-overdue');
  const facts = overdue.filter(({ code }) => flagDefinition(code).life === 'fact').length;
  return { states: overdue.length - facts, facts };
}
