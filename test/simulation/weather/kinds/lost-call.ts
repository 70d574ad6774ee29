import type { FaultKind } from '../fault.ts';

export const lostCall: FaultKind = {
  name: 'lost call',
  says: 'a call is lost on its way',
  rate: 0.1,
  call: () => ({ kind: 'lost-call' }),
};
