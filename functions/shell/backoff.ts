import { type Machine, machine } from './machine.ts';

/** Waits before attempt `attempt` (0 is the first repetition). */
export type Pause = (attempt: number) => Promise<void>;

/**
 * Exponential back-off with full jitter: any time between nothing and `min(cap, base × 2^attempt)` milliseconds.
 * Writers that collided spread out instead of colliding again.
 */
export function fullJitter(
  { base, cap }: { base: number; cap: number },
  { random, sleep }: Pick<Machine, 'random' | 'sleep'> = machine,
): Pause {
  return async attempt => {
    await sleep(random() * Math.min(cap, base * 2 ** attempt));
  };
}
