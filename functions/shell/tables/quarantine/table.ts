import type { TableDeclaration } from '../table.ts';

/** What could not be accepted, with the reasons and all that was sent. No index shows a payload. */
export const quarantineTable = {
  name: 'Quarantine',
  holds:
    'What systems sent and the hub could not accept, with the reasons. Encrypted with a key of the landlord’s own.',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {
    waiting: {
      name: 'waiting',
      kind: 'local',
      partitionKey: 'pk',
      sortKey: 'waitsFor',
      shows: ['id', 'system', 'receivedAt', 'resolutions'],
      holds:
        'What waits, by what it waits for. Read consistently, so that nothing that was kept before is missed.',
    },
    listed: {
      name: 'listed',
      kind: 'local',
      partitionKey: 'pk',
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
      holds: 'Everything by its state, the longest kept first.',
    },
  },
  stream: 'new-image',
} as const satisfies TableDeclaration;
