import type { FaultKind } from '../fault.ts';

export const timedOut: FaultKind = {
  name: 'timed out',
  says: 'a function is ended at some moment, whatever it does',
  rate: 0.2,
  timeout: random => random.next() ** 2 * 400,
};
