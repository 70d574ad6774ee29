import type { FaultKind } from '../fault.ts';

export const pushRefused: FaultKind = {
  name: 'push refused',
  says: 'a system refuses a push for good',
  rate: 0.1,
  push: (_system, random) => ({ kind: 'answered', status: random.pick([400, 410, 413, 422]) }),
};
