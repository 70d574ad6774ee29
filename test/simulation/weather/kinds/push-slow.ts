import type { FaultKind } from '../fault.ts';

export const pushUnheard: FaultKind = {
  name: 'push unheard',
  says: 'a system takes a push, and its answer is lost or too late',
  rate: 0.3,
  push: () => ({ kind: 'unheard' }),
};
