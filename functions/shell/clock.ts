import { type Instant, instantOf } from '../../schemas/reference.ts';

/** The present time, as the shared language writes it. The only place that asks the machine for it. */
export function now(): Instant {
  return instantOf(new Date());
}
