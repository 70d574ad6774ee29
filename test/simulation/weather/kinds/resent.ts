import type { FaultKind } from '../fault.ts';

export const resent: FaultKind = {
  name: 'resent',
  says: 'operators have a system sent again what it lacks',
  rate: 1,
  moments: {
    most: 3,
    happen(hub, random) {
      const system = random.pick(hub.systems);
      hub.operate(`resent to ${system}`, operators => operators.resend(system));
    },
  },
};
