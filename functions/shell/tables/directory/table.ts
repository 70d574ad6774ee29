import type { TableDeclaration } from '../table.ts';

/** Which home a system means: gazetteer and cross references. */
export const directoryTable = {
  name: 'Directory',
  holds: 'Every home and block of the gazetteer, and all that leads to one.',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {},
} as const satisfies TableDeclaration;
