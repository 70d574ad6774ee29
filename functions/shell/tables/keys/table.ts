import type { TableDeclaration } from '../table.ts';

/** The keys of personal texts: without its key nobody reads a text, wherever a copy of it is. */
export const keysTable = {
  name: 'Keys',
  holds: 'The keys of personal texts, one for each person, and for each home and year.',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {},
} as const satisfies TableDeclaration;
