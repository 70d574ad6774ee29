import type { TableDeclaration } from '../table.ts';

/** Who was shown what about whom, when and why. */
export const auditTable = {
  name: 'Audit',
  holds:
    'Who was shown what about whom, when and why. Its policy denies everybody to update or delete a row.',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {
    officer: {
      name: 'officer',
      partitionKey: 'officer',
      sortKey: 'sk',
      shows: 'everything',
      holds: 'What an officer was shown.',
    },
    breakGlass: {
      name: 'breakGlass',
      partitionKey: 'breakGlass',
      sortKey: 'sk',
      shows: 'everything',
      holds: 'Reads by break-glass access, one row each.',
    },
    day: {
      name: 'day',
      partitionKey: 'day',
      sortKey: 'sk',
      shows: 'everything',
      holds: 'What was read on a day, in UTC.',
    },
  },
  expiry: 'expiresAt',
} as const satisfies TableDeclaration;
