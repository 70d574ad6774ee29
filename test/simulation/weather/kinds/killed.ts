import type { FaultKind } from '../fault.ts';

export const killed: FaultKind = {
  name: 'killed',
  says: 'a function ends at one of its waits',
  rate: 0.05,
  call: (_call, random) => ({ kind: 'killed', after: random.chance(0.5) }),
};
