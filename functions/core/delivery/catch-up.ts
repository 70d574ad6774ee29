import type { Flag } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { secondsAfter } from '../time/instants.ts';

/** When a system is sent again what it is owed and does not hold: data, in seconds. */
const catchUpPolicy = {
  /** The usual way has had this long: it retries at least as often. */
  after: 30 * 60,
  /** What lies in its inbox, or was fetched, and is not acknowledged is left to the system for this long. */
  afterSent: 24 * 60 * 60,
  /** Sent again and still not held, it is sent once more after this, then after twice that … */
  first: 60 * 60,
  /** … but at least once a day, for as long as there is a difference. */
  longest: 24 * 60 * 60,
} as const;

/** That a flag was sent again, as it is kept: in which version, how often, and not before when it is once more. */
export interface SentAgain {
  version: number;
  times: number;
  notBefore: Instant;
}

/** Whether what has been so since then is more than news on its way. */
export function isOverdue(since: Instant, at: Instant): boolean {
  return secondsAfter(since, catchUpPolicy.after) <= at;
}

/** What is kept of a flag and a system, as far as it says when the flag is sent again. */
export interface LastSent {
  version?: number | undefined;
  sentAt?: Instant | undefined;
  /** The system says that it does not have what it was sent. */
  lost?: true | undefined;
  again?: SentAgain | undefined;
}

/** Whether it is time to send a version of a flag again that the system does not hold. */
export function isDueAgain(
  { version, changedAt }: Pick<Flag, 'version' | 'changedAt'>,
  { version: sent, sentAt, lost, again }: LastSent,
  at: Instant,
): boolean {
  if (!isOverdue(changedAt, at)) return false;
  if (again?.version === version) return again.notBefore <= at;
  const isSent = sent === version && lost === undefined && sentAt !== undefined;
  return !isSent || secondsAfter(sentAt, catchUpPolicy.afterSent) <= at;
}

/** What is kept when a version of a flag is sent again: each time the wait doubles. */
export function sentAgain(version: number, before: SentAgain | undefined, at: Instant): SentAgain {
  const times = before?.version === version ? before.times + 1 : 1;
  const wait = Math.min(catchUpPolicy.longest, catchUpPolicy.first * 2 ** Math.min(times - 1, 16));
  return { version, times, notBefore: secondsAfter(at, wait) };
}
