import type { Flag } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { secondsAfter } from '../time/instants.ts';
import type { Circuit } from './circuit.ts';
import { catchUpPolicy } from './times.ts';

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

/**
 * How much a system is sent again at once. While it is out of reach, what waits in its queue asks whether it is back; where
 * nothing has asked for half an hour, nothing waits any more, and one thing is sent to ask.
 */
export function mostAgain(circuit: Circuit, at: Instant): number {
  if (circuit.state === 'closed') return catchUpPolicy.most;
  return isOverdue(circuit.until, at) ? 1 : 0;
}

/** What is kept of a flag and a system, as far as it says when the flag is sent again. */
export interface LastSent {
  version?: number | undefined;
  sentAt?: Instant | undefined;
  /** The system says that it does not have what it was sent. */
  lost?: true | undefined;
  again?: SentAgain | undefined;
}

/** When the system was sent this version, where it does not say that it has lost it since. */
function whenSent({ version: sent, sentAt, lost }: LastSent, version: number): Instant | undefined {
  return sent === version && lost === undefined ? sentAt : undefined;
}

/** Whether it is time to send a version of a flag again that the system does not hold. */
export function isDueAgain(
  { version, changedAt }: Pick<Flag, 'version' | 'changedAt'>,
  last: LastSent,
  at: Instant,
): boolean {
  if (!isOverdue(changedAt, at)) return false;
  if (last.again?.version === version) return last.again.notBefore <= at;
  const sentAt = whenSent(last, version);
  return sentAt === undefined || secondsAfter(sentAt, catchUpPolicy.sent.first) <= at;
}

/** What is kept when a version of a flag is sent again: each time the wait doubles. */
export function sentAgain(version: number, last: LastSent, at: Instant): SentAgain {
  const times = last.again?.version === version ? last.again.times + 1 : 1;
  const isSent = whenSent(last, version) !== undefined;
  const { first, longest } = isSent ? catchUpPolicy.sent : catchUpPolicy.unsent;
  return {
    version,
    times,
    notBefore: secondsAfter(at, Math.min(longest, first * 2 ** Math.min(times - 1, 16))),
  };
}
