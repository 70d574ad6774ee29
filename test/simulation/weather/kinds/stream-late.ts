import type { FaultKind } from '../fault.ts';

const longest = 3_600_000;

export const streamLate: FaultKind = {
  name: 'stream late',
  says: 'a stream is read late, after up to an hour',
  rate: 0.3,
  standstill: random => random.next() ** 4 * longest,
};
