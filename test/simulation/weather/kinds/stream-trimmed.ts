import type { FaultKind } from '../fault.ts';

const hour = 3_600_000;

export const streamTrimmed: FaultKind = {
  name: 'stream trimmed',
  says: 'nobody reads a stream for longer than a day, and it forgets',
  rate: 0.02,
  standstill: random => (24.1 + random.next()) * hour,
};
