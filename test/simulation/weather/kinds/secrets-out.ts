import type { FaultKind } from '../fault.ts';

export const secretsOut: FaultKind = {
  name: 'secrets out',
  says: 'the store of secrets does not answer for hours',
  rate: 1,
  spells: { most: 2, shortest: 5, longest: 5 * 60 },
  call: ({ service }) => (service === 'secretsmanager' ? { kind: 'lost-call' } : undefined),
};
