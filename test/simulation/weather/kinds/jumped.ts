import type { FaultKind } from '../fault.ts';

const furthest = 1_500;

export const jumped: FaultKind = {
  name: 'clocks jump',
  says: 'the clocks of all functions that run are set',
  rate: 1,
  moments: { most: 3, happen: (hub, random) => hub.jump((random.next() * 2 - 1) * furthest) },
};
