import type { FaultKind } from '../fault.ts';

export const queueDisorder: FaultKind = {
  name: 'out of order',
  says: 'a queue delivers messages in another order',
  rate: 0.8,
  disorder: () => true,
};
