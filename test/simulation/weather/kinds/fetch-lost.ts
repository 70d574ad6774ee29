import type { FaultKind } from '../fault.ts';

export const fetchLost: FaultKind = {
  name: 'fetched and lost',
  says: 'a system loses what it has fetched before it has it',
  rate: 0.5,
  fetch: () => true,
};
