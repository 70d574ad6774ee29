import type { FaultKind } from '../fault.ts';

export const redriven: FaultKind = {
  name: 'redriven',
  says: 'operators put dead letters back',
  rate: 1,
  moments: { most: 3, happen: hub => hub.operate('redriven', operators => operators.redrive()) },
};
