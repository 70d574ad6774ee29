import type { FaultKind } from '../fault.ts';

export const deployed: FaultKind = {
  name: 'deployed',
  says: 'the hub is deployed: functions go on beside others with new memory',
  rate: 1,
  moments: { most: 3, happen: hub => hub.deploy() },
};
