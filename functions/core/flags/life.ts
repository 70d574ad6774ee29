import type { FlagState } from '../../../schemas/flag-life.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import type { CalendarDate, Instant } from '../../../schemas/reference.ts';
import type { FlagDecisions } from '../record/subject-record.ts';
import { daysAfter, laterOf, startOf } from '../time/instants.ts';
import type { Standing } from './standing.ts';

/** The two moments of a flag's life that come by themselves. */
export interface Deadlines {
  reviewDue: CalendarDate;
  /**
   * When nobody has confirmed it for as long as its kind may go: a marker is suspended then; a state or a fact stays in
   * force and its review is overdue.
   */
  limit: Instant;
}

/**
 * When a flag is due for review, and when that has waited too long. A review counts from the day it was decided to the day
 * that it set, and what was said after it has its own date. Without any, the taxonomy's period counts from the beginning
 * where it is about a person, whom nobody may mark for ever, and for a rule's; another state or fact was looked at when it
 * was said last.
 */
export function deadlinesOf(standing: Standing, decisions: FlagDecisions | undefined): Deadlines {
  const { code, since, lastSaid, reviewDates, because } = standing;
  const { life, reviewDays, maximumDays } = flagDefinition(code);
  const latest = decisions?.decided.reviewed;
  const reviewed = latest !== undefined && latest.at >= since ? latest : undefined;
  const dates = [
    ...reviewDates.filter(({ saidAt }) => reviewed === undefined || saidAt > reviewed.at).map(({ on }) => on),
    ...(reviewed?.value.until === undefined ? [] : [reviewed.value.until]),
  ].sort();
  const confirmed = laterOf(reviewed?.at ?? lastSaid, lastSaid);
  const lookedAt = life === 'marker' || because !== undefined ? since : confirmed;
  const reviewDue = dates[0] ?? daysAfter(lookedAt, reviewDays);
  const limit = startOf(daysAfter(confirmed, maximumDays));
  return { reviewDue, limit: life === 'marker' ? limit : laterOf(limit, startOf(reviewDue)) };
}

/** How far a flag has come at an instant: a pure function of what stands, what was decided, and the time. */
export function stateOf(
  { code, authority }: Standing,
  { reviewDue, limit }: Deadlines,
  at: Instant,
): FlagState {
  if (authority === 'proposed') return 'proposed';
  const isMarker = flagDefinition(code).life === 'marker';
  if (isMarker && at >= limit) return 'suspended';
  if (authority === 'pending-approval') return 'pending-approval';
  if (at >= limit) return 'review-overdue';
  return at >= startOf(reviewDue) ? 'review-due' : 'active';
}
