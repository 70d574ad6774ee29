import type { TableDeclaration } from '../table.ts';

/** Where each file has got to, and the last snapshot of each feed. */
export const filesTable = {
  name: 'Files',
  holds: 'Where each file has got to, and the last snapshot of each feed.',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {},
  expiry: 'expiresAt',
} as const satisfies TableDeclaration;
