import { type Instant, instantOf } from '../../../schemas/reference.ts';

/** So many seconds after an instant. */
export function later(instant: Instant, seconds: number): Instant {
  return instantOf(Date.parse(instant) + seconds * 1000);
}

/** An instant as DynamoDB's expiry has it: seconds since 1970. */
export function epochSeconds(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}
