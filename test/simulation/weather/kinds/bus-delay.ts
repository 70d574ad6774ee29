import type { FaultKind } from '../fault.ts';

const longest = 6 * 3_600_000;

export const busDelay: FaultKind = {
  name: 'event late',
  says: 'the bus hands an event on late, after up to six hours',
  rate: 0.3,
  handing: random => ({ kind: 'delayed', milliseconds: random.next() ** 4 * longest }),
};
