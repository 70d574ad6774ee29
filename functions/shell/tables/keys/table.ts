import type { TableDeclaration } from '../table.ts';

/**
 * The keys of personal texts: without its key nobody reads a text, wherever a copy of it is. A destroyed key is in backups for as
 * long as the table can be restored, and no longer, so that an erasure is complete after that, however long anything else is
 * kept. A week is for somebody to notice a mistake.
 */
export const keysTable = {
  name: 'Keys',
  holds: 'The keys of personal texts, one for each person, and for each home and year.',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {},
  recoveryDays: 7,
} as const satisfies TableDeclaration;
