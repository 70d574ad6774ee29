import type { FaultKind } from '../fault.ts';

export const replayed: FaultKind = {
  name: 'replayed',
  says: 'operators replay the archive to the records',
  rate: 1,
  moments: { most: 1, happen: hub => hub.operate('replayed', operators => operators.replay()) },
};
