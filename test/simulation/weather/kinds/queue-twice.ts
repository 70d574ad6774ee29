import type { FaultKind } from '../fault.ts';

const latest = 600_000;

export const queueTwice: FaultKind = {
  name: 'message twice',
  says: 'a queue delivers a message twice',
  rate: 0.3,
  message: (_queue, random) => ({ kind: 'twice', milliseconds: random.next() ** 2 * latest }),
};
