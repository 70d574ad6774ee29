import type { FlagState } from '../../../schemas/flag-life.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import type { CalendarDate, Instant } from '../../../schemas/reference.ts';
import type { FlagDecisions } from '../record/subject-record.ts';
import { daysAfter, laterOf, startOf } from '../time/instants.ts';
import type { Standing } from './standing.ts';

/** The two moments of a flag's life that come by themselves. */
export interface Deadlines {
  reviewDue: CalendarDate;
  /** When it stops to be in force, unless somebody says or reviews it before: never for a rule's, which stands while the rule holds. */
  ends: readonly Instant[];
}

/**
 * When a flag is due for review and when its maximum life ends. A review counts from the day it was decided to the day
 * that it set; what was said after it has its own date; without any, the taxonomy's period counts from the beginning.
 */
export function deadlinesOf(standing: Standing, decisions: FlagDecisions | undefined): Deadlines {
  const { code, since, lastSaid, reviewDates, because } = standing;
  const { reviewDays, maximumDays } = flagDefinition(code);
  const latest = decisions?.decided.reviewed;
  const reviewed = latest !== undefined && latest.at >= since ? latest : undefined;
  const dates = [
    ...reviewDates.filter(({ saidAt }) => reviewed === undefined || saidAt > reviewed.at).map(({ on }) => on),
    ...(reviewed?.value.until === undefined ? [] : [reviewed.value.until]),
  ].sort();
  const confirmed = laterOf(reviewed?.at ?? lastSaid, lastSaid);
  return {
    reviewDue: dates[0] ?? daysAfter(since, reviewDays),
    ends: because === undefined ? [startOf(daysAfter(confirmed, maximumDays))] : [],
  };
}

/** How far a flag has come at an instant: a pure function of what stands, what was decided, and the time. */
export function stateOf({ authority }: Standing, { reviewDue, ends }: Deadlines, at: Instant): FlagState {
  if (authority === 'proposed') return 'proposed';
  if (ends.some(end => at >= end)) return 'suspended';
  if (authority === 'pending-approval') return 'pending-approval';
  return at >= startOf(reviewDue) ? 'review-due' : 'active';
}
