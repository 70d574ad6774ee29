import type { FaultKind } from '../fault.ts';

export const busRefuses: FaultKind = {
  name: 'entry refused',
  says: 'the bus takes a call and refuses an entry of it',
  rate: 0.3,
  entry: () => true,
};
