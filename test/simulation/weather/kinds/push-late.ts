import type { FaultKind } from '../fault.ts';

/** The hub waits for ten seconds; it allows a system half a minute to take what it was sent. */
const [shortest, longest] = [10_000, 24_000];

export const pushLate: FaultKind = {
  name: 'push late',
  says: 'a system takes a push after the hub has given up waiting for its answer',
  rate: 0.7,
  isAimed: true,
  push: (_system, random) => ({
    kind: 'late',
    milliseconds: shortest + random.next() * (longest - shortest),
  }),
};
