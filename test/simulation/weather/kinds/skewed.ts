import type { FaultKind } from '../fault.ts';

const furthest = 2_000;

export const skewed: FaultKind = {
  name: 'clocks differ',
  says: 'the clock of a function is out by up to two seconds',
  rate: 1,
  skew: random => (random.next() * 2 - 1) * furthest,
};
