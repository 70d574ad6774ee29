import type { FaultKind } from '../fault.ts';

const statuses = [302, 401, 403, 404, 408, 409, 423, 425, 429, 500, 502, 503];

export const pushBusy: FaultKind = {
  name: 'push put off',
  says: 'a system answers a push with “not now”',
  rate: 0.4,
  push: (_system, random) => ({
    ...{ kind: 'answered', status: random.pick(statuses) },
    ...(random.chance(0.5) && { headers: { 'retry-after': String(random.below(1800)) } }),
  }),
};
