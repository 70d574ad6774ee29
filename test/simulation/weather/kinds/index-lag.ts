import type { FaultKind } from '../fault.ts';

const longest = 120_000;

export const indexLag: FaultKind = {
  name: 'index lag',
  says: 'an index lags behind its table',
  rate: 0.5,
  index: random => random.next() ** 3 * longest,
};
