import type { FaultKind } from '../fault.ts';

export const tablesOut: FaultKind = {
  name: 'tables out',
  says: 'the tables do not answer for minutes',
  rate: 0.9,
  spells: { most: 2, shortest: 1, longest: 20 },
  call: ({ service }) => (service === 'dynamodb' ? { kind: 'lost-call' } : undefined),
};
