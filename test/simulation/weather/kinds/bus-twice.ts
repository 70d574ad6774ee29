import type { FaultKind } from '../fault.ts';

const latest = 3_600_000;

export const busTwice: FaultKind = {
  name: 'event twice',
  says: 'the bus hands an event on twice',
  rate: 0.3,
  handing: random => ({ kind: 'twice', milliseconds: random.next() ** 3 * latest }),
};
