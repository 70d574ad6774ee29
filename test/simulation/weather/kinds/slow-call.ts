import type { FaultKind } from '../fault.ts';

const longest = 4_900;

export const slowCall: FaultKind = {
  name: 'slow call',
  says: 'a service takes seconds to answer',
  rate: 0.1,
  call: (_call, random) => ({ kind: 'slow', milliseconds: random.next() * longest }),
};
