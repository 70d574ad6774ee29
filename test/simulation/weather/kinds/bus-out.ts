import type { FaultKind } from '../fault.ts';

export const busOut: FaultKind = {
  name: 'bus out',
  says: 'the bus does not answer for minutes',
  rate: 0.9,
  spells: { most: 2, shortest: 1, longest: 20 },
  call: ({ service }) => (service === 'eventbridge' ? { kind: 'lost-call' } : undefined),
};
