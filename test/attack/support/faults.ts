import type { Random } from '../../bench/support/random.ts';
import type { Answer, Call, Fault, Send } from './wire.ts';

/** A fault that counts how often it struck. */
export interface Striking {
  fault: Fault;
  strikes(): number;
}

/** Where in the life of one call something happens to the process that makes it. */
export type Moment = 'before' | 'after' | 'stalled';

/**
 * Ends the process at its n-th call of all (from 1): before the call leaves, or when the service has done it and before
 * the answer arrives. `stalled` lets it live: it is given up, and goes on with its call after `release`.
 */
export function endAt(n: number, moment: Moment): Striking & { release(): void } {
  const released = Promise.withResolvers<void>();
  let calls = 0;
  let strikes = 0;
  return {
    strikes: () => strikes,
    release: () => released.resolve(),
    async fault({ process }, send) {
      calls += 1;
      if (calls !== n) return send();
      strikes += 1;
      if (moment === 'before') return process.kill();
      if (moment === 'after') {
        await send();
        return process.kill();
      }
      process.giveUp();
      await released.promise;
      return send();
    },
  };
}

/** Something that can go wrong with a call instead of going well. */
export type Mishap = (call: Call, send: Send) => Promise<Answer>;

/** Strikes with a probability, with one of the mishaps that can befall a call; the same in every run of one seed. */
export function sometimes(
  random: Random,
  percent: number,
  mishapsOf: (call: Call) => readonly Mishap[],
): Striking {
  let strikes = 0;
  return {
    strikes: () => strikes,
    fault(call, send) {
      const [first, ...others] = mishapsOf(call);
      if (first === undefined || random.below(100) >= percent) return send();
      strikes += 1;
      return random.pick([first, ...others])(call, send);
    },
  };
}

/** The service refuses, as AWS does: by a type. */
export function refusal(status: number, type: string, more: object = {}): Mishap {
  return () =>
    Promise.resolve({ status, body: { __type: `com.amazonaws#${type}`, message: 'injected', ...more } });
}

/** The service does it, and the answer is lost on its way. */
export const lostAnswer: Mishap = async (_call, send) => {
  await send();
  throw Object.assign(new Error('the answer never came'), { name: 'TimeoutError' });
};

/** The call is lost on its way. */
export const lostCall: Mishap = () =>
  Promise.reject(Object.assign(new Error('connection reset'), { name: 'Error', code: 'ECONNRESET' }));
