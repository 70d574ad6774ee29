import type { FaultKind } from '../fault.ts';

export const queueSample: FaultKind = {
  name: 'few at once',
  says: 'a queue hands out only some of what is in it, and the rest to others',
  rate: 1,
  sample: (visible, random) => (visible > 1 ? 1 + random.below(visible - 1) : undefined),
};
