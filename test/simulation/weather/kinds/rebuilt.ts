import type { Operators } from '../../hub/operators.ts';
import type { FaultKind } from '../fault.ts';

export const rebuilt: FaultKind = {
  name: 'rebuilt',
  says: 'operators rebuild every record, some of which an earlier version had folded otherwise',
  rate: 1,
  moments: {
    most: 1,
    happen(hub, random) {
      const options = { swap: true, announce: random.chance(0.5), showPayload: false } as const;
      const rebuild = (from: 'timeline' | 'archive') => (operators: Operators) =>
        operators.rebuild({ ...options, from });
      // Of what is on its way the archive knows and the record does not: then nothing is put in its place.
      if (random.chance(0.3)) hub.operate('rebuilt from the archive', rebuild('archive'));
      else {
        if (random.chance(0.7)) hub.foldOtherwise(random);
        hub.operateUntilDone('rebuilt', rebuild('timeline'));
      }
    },
  },
};
