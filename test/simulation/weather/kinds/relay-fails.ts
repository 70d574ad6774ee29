import type { FaultKind } from '../fault.ts';

export const streamFails: FaultKind = {
  name: 'stream function fails',
  says: 'a function that reads a stream fails for a while',
  rate: 0.9,
  spells: { most: 2, shortest: 2, longest: 14 * 60 },
  call: ({ process: { name } }) =>
    name.startsWith('relay') || name.startsWith('quarantine') ? { kind: 'killed', after: false } : undefined,
};
