import type { Instant } from '../../../schemas/reference.ts';
import { secondsBetween } from '../time/instants.ts';
import { retryPolicy } from './times.ts';

const secondsInDay = 24 * 60 * 60;

/** SQS hides a message for whole seconds, at least one for it to be hidden at all. */
const shortest = 1;

interface Attempt {
  /** How often the message was received, this time included. */
  receives: number;
  /** Not to be tried before. */
  notBefore?: Instant | undefined;
  at: Instant;
  /** From 0 to 1, without 1. */
  random: number;
}

/**
 * After how many seconds a message is retried (exponential backoff): full jitter under a limit that doubles with each receive, so that messages
 * which failed together do not come back together; never before the time that was named.
 */
export function retryDelaySeconds({ receives, notBefore, at, random }: Attempt): number {
  const limit = Math.min(retryPolicy.cap, retryPolicy.base * 2 ** Math.min(receives - 1, 16));
  const jitter = Math.max(shortest, Math.round(random * limit));
  if (notBefore === undefined) return jitter;
  const wait = Math.ceil(secondsBetween(at, notBefore));
  return Math.max(jitter, wait + Math.round(random * retryPolicy.spread));
}

/** How long a message has waited, in seconds. */
export function waitedSeconds(since: Instant, at: Instant): number {
  return Math.max(0, Math.round(secondsBetween(since, at)));
}

/** Whether a message is retried no more: what could not be delivered for five days goes to the dead-letter queue. */
export function isGivenUp(since: Instant, at: Instant): boolean {
  return waitedSeconds(since, at) >= retryPolicy.givenUpAfterDays * secondsInDay;
}
