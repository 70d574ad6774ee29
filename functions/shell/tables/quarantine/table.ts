import type { TableDeclaration } from '../table.ts';

/** What could not be accepted, with the reasons and all that was sent. No index shows a payload. */
export const quarantineTable = {
  name: 'Quarantine',
  holds:
    'What systems sent and the hub could not accept, with the reasons. Encrypted with a key of the landlord’s own.',
  partitionKey: 'pk',
  sortKey: 'sk',
  expiry: 'expiresAt',
  indexes: {
    listed: {
      name: 'listed',
      partitionKey: 'listedIn',
      sortKey: 'listed',
      shows: [
        'id',
        'system',
        'state',
        'reason',
        'problems',
        'receivedAt',
        'row',
        'eventType',
        'key',
        'candidates',
        'soughtAt',
        'resolutions',
      ],
      holds: 'Everything of a system in one state, the longest kept first.',
    },
  },
  stream: 'new-image',
} as const satisfies TableDeclaration;
