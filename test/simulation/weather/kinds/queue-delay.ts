import type { FaultKind } from '../fault.ts';

const longest = 20 * 60_000;

export const queueDelay: FaultKind = {
  name: 'message late',
  says: 'a queue delivers a message minutes late',
  rate: 0.3,
  message: (_queue, random) => ({ kind: 'delayed', milliseconds: random.next() ** 2 * longest }),
};
