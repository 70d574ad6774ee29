import type { FaultKind } from '../fault.ts';

export const pushOut: FaultKind = {
  name: 'system out',
  says: 'a system cannot be reached for up to a day and a half',
  rate: 1,
  spells: { most: 2, shortest: 10, longest: 36 * 60 },
  push: system => (system === 'repairs' ? { kind: 'unreached' } : undefined),
};
