import type { Instant } from '../../../schemas/reference.ts';
import { secondsBetween } from '../time/instants.ts';

/** When a failed message is retried, and when the hub gives up: data, in seconds. */
const retryPolicy = {
  /** Full jitter: anything up to this, twice that, four times … */
  base: 10,
  /**
   * … but never more than twenty minutes: a system that is back is sent its messages soon, and what is tried to the end is
   * received about 720 times, within the thousand receives that SQS counts to.
   */
  cap: 20 * 60,
  /** Around a time that somebody named, messages spread out by this much. */
  spread: 60,
  /**
   * After this many days the message is a dead letter. What it said is not given up: what a system holds is compared with
   * what it is owed, and the difference is sent again for as long as there is one.
   */
  givenUpAfterDays: 5,
} as const;

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
