import type { FaultKind } from '../fault.ts';

const day = 24 * 60;

export const queuePaused: FaultKind = {
  name: 'queue not read',
  says: 'nobody takes from the queue of a system for days',
  rate: 1,
  spells: { most: 1, shortest: 60, longest: 15 * day },
  pause: queue => queue === 'repairs-outbound',
};
