import type { FaultKind } from '../fault.ts';

export const rebuilt: FaultKind = {
  name: 'rebuilt',
  says: 'operators rebuild every record from its timeline',
  rate: 1,
  moments: {
    most: 1,
    happen(hub, random) {
      const options = {
        from: 'timeline',
        swap: true,
        announce: random.chance(0.5),
        showPayload: false,
      } as const;
      hub.operate('rebuilt', operators => operators.rebuild(options));
    },
  },
};
