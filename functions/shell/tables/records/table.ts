import type { TableDeclaration } from '../table.ts';

/** What of a record is read of which flags live now, and the only attributes of it that `deliver` may read (IAM). */
export const presentAttributes = ['pk', 'sk', 'version', 'flags', 'latest'] as const;

/** What the hub has heard of every property and person, and what follows from it. */
export const recordsTable = {
  name: 'Records',
  holds:
    'The record of every property and person, its timeline, and the outbox that the stream carries to the relay.',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {
    due: {
      name: 'due',
      partitionKey: 'dueShard',
      sortKey: 'nextDueAt',
      shows: 'keys',
      holds: 'Records that time alone will change, by when.',
    },
    flagged: {
      name: 'flagged',
      partitionKey: 'flagged',
      sortKey: 'pk',
      shows: ['flags'],
      holds: 'Records of subjects on which any flag lives.',
    },
  },
  expiry: 'expiresAt',
  stream: 'new-image',
} as const satisfies TableDeclaration;
