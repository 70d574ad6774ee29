import type { Machine } from '../../../functions/shell/machine.ts';
import { instantOf } from '../../../schemas/reference.ts';
import { type Process, thisProcess } from './process.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

interface MachineDeps {
  scheduler: Scheduler;
  random: Random;
  fetch: (process: Process, url: string, init: RequestInit) => Promise<Response>;
}

/** The machine that an execution environment runs on: all its time and chance are the world's. */
export function makeMachine({ scheduler, random, fetch }: MachineDeps): Machine {
  return {
    now: () => instantOf(scheduler.now + thisProcess().skew()),
    elapsed: () => scheduler.now,
    newId: () => random.id(),
    randomBytes: count => Uint8Array.from({ length: count }, () => Math.floor(random.next() * 256)),
    random: () => random.next(),
    sleep: milliseconds => thisProcess().network.sleep(thisProcess(), milliseconds),
    timeLimit(milliseconds) {
      const aborter = new AbortController();
      scheduler.later(milliseconds, () => aborter.abort(new DOMException('The time is up', 'TimeoutError')));
      return aborter.signal;
    },
    fetch: (url, init) => fetch(thisProcess(), String(url), init ?? {}),
    addressesOf: () => Promise.resolve(['203.0.113.10']),
  };
}
