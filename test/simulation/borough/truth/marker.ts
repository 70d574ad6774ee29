import { type FlagCode, flagDefinition } from '../../../../schemas/flags.ts';
import { dayOf, daysLater } from '../world/time.ts';
import type { Stretch } from './standing.ts';

/**
 * A stretch of a warning about a person: no longer than its longest life since anybody said or reviewed it, and with the day
 * on which it is to be looked at again.
 */
export function asMarker(code: FlagCode, stretch: Stretch): Stretch & { reviewOn: string } {
  const { reviewDays, maximumDays } = flagDefinition(code);
  const { to, since, lastSaid, until } = stretch;
  return {
    ...stretch,
    to: Math.min(to, daysLater(lastSaid, maximumDays)),
    reviewOn: until ?? dayOf(daysLater(since, reviewDays)),
  };
}
