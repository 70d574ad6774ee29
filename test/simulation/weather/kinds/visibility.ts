import type { FaultKind } from '../fault.ts';

export const visibilityEnds: FaultKind = {
  name: 'visible too early',
  says: 'a message shows to another while it is worked on',
  rate: 0.3,
  visibility: () => true,
};
