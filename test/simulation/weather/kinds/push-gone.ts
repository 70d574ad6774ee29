import type { FaultKind } from '../fault.ts';

const day = 24 * 60;

export const pushGone: FaultKind = {
  name: 'system gone',
  says: 'a system cannot be reached for days',
  rate: 1,
  // What waits for it is tried again for days: that takes its time here as well.
  frequency: 0.4,
  spells: { most: 1, shortest: 4 * day, longest: 14 * day },
  push: system => (system === 'complaints' ? { kind: 'unreached' } : undefined),
};
