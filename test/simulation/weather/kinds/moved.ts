import type { FaultKind } from '../fault.ts';

export const moved: FaultKind = {
  name: 'moved',
  says: 'old events leave the table, now and then by two at once',
  rate: 1,
  moments: {
    most: 4,
    happen(hub, random) {
      hub.move();
      if (random.chance(0.4)) hub.move();
    },
  },
};
