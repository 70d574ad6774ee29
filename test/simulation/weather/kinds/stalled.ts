import type { FaultKind } from '../fault.ts';

const longest = 40_000;

export const stalled: FaultKind = {
  name: 'stalled',
  says: 'a function stands still before a call, up to the end of its time',
  rate: 0.05,
  call: (_call, random) => ({ kind: 'stalled', milliseconds: random.next() * longest }),
};
