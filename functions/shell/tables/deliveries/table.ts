import type { TableDeclaration } from '../table.ts';

/** What each system was sent and what it acknowledged. */
export const deliveriesTable = {
  name: 'Deliveries',
  holds: 'Which version of which flag each system was sent and acknowledged, and whether it is called.',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {},
} as const satisfies TableDeclaration;
