import { setTimeout as sleep } from 'node:timers/promises';
import type { Activity } from './activity.ts';
import type { StreamSource } from './dynamodb/stream-source.ts';
import type { Queues } from './sqs/queues.ts';

/** How often to look again while messages wait for their next attempt. */
const LOOK_AGAIN_MS = 20;

/** What has to come to rest. */
export interface Restless {
  readonly activity: Activity;
  readonly queues: Queues;
  /** Names of the queues that feed a function. */
  readonly consumed: ReadonlySet<string>;
  readonly streams: readonly StreamSource[];
}

/**
 * Waits until nothing is left to do: no message in a queue that feeds a function but those that it deferred
 * for later, no stream record unread, no invocation or request in hand.
 *
 * It is right because nothing can begin unseen: it looks at the streams and counts all queues at one
 * instant, and accepts what it saw only if nothing was in hand before and after and nothing began in
 * between. Whatever a caller awaited before asking is therefore counted.
 *
 * @param restless what has to come to rest
 * @param timeoutMs how long to wait
 * @throws the runner's own fault if it had one, or saying what is outstanding when time is up
 */
export async function untilSettled(restless: Restless, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  const timer = new AbortController();
  const late = sleep(timeoutMs, true, { signal: timer.signal }).catch(() => true);
  try {
    for (;;) {
      const settled = await Promise.race([look(restless), late.then(() => undefined)]);
      const fault = restless.activity.faulted();
      if (fault !== undefined) throw new Error('the local runner failed', { cause: fault.error });
      if (settled === true) return;
      if (Date.now() >= deadline)
        throw new Error(`not settled after ${timeoutMs} ms: ${await outstanding(restless)}`);
      await Promise.race([restless.activity.ended(), sleep(LOOK_AGAIN_MS)]);
    }
  } finally {
    timer.abort();
  }
}

async function look(restless: Restless): Promise<boolean> {
  const { activity, streams } = restless;
  if (activity.inHand().length > 0) return false;
  const begun = activity.begun();
  // The queues are in this process: while they hold anything, the database need not be asked.
  if (await isQueued(restless)) return false;
  const found = await Promise.all(streams.map(stream => stream.poll()));
  const queued = await isQueued(restless);
  return !found.includes(true) && !queued && activity.begun() === begun && activity.inHand().length === 0;
}

async function isQueued({ queues, consumed }: Restless): Promise<boolean> {
  const depths = await queues.depths();
  return [...depths].some(([name, depth]) => consumed.has(name) && depth > queues.deferrals.count(name));
}

async function outstanding({ activity, queues, consumed }: Restless): Promise<string> {
  const depths = await queues.depths();
  const queued = [...depths]
    .filter(([name, depth]) => depth > 0 && consumed.has(name))
    .map(([name, depth]) => `${depth} in ${name}`);
  return [...activity.inHand(), ...queued].join(', ') || 'a stream that does not run dry';
}
