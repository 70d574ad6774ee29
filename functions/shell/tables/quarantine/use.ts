import type { TableUse } from '../table.ts';

/** The items of the quarantine table and how they are reached. */
export const quarantineUse: TableUse = {
  items: [{ partition: 'SYSTEM#<system>', sort: 'ITEM#<id>', holds: 'One thing that was refused' }],
  access: [
    {
      what: 'Keep what was refused',
      by: ['PutItem'],
      key: 'system, id, once',
      module: 'quarantine/quarantine-store.ts',
    },
    {
      what: 'Put back what is refused again',
      by: ['UpdateItem'],
      key: 'system, id',
      module: 'quarantine/quarantine-put-back.ts',
    },
    {
      what: 'Find an item',
      by: ['BatchGetItem'],
      key: 'system, id',
      module: 'quarantine/quarantine-reader.ts',
    },
    {
      what: 'A page of a system’s items in a state',
      by: ['Query'],
      key: 'system, state',
      index: 'listed',
      module: 'quarantine/quarantine-reader.ts',
    },
    {
      what: 'Resolve an item, note that it was re-submitted',
      by: ['UpdateItem'],
      key: 'system, id, if the state is the one read',
      module: 'quarantine/quarantine-resolver.ts',
    },
    {
      what: 'What waits for a key',
      by: ['Query'],
      key: 'system, key',
      index: 'waiting',
      module: 'quarantine/quarantine-waiting.ts',
    },
    {
      what: 'How much of a system waits, and since when',
      by: ['Query'],
      key: 'system, waiting',
      index: 'listed',
      module: 'quarantine/quarantine-waiting.ts',
    },
    { what: 'What waits or was resolved', by: ['stream'], key: 'ITEM#', module: 'records/stream-image.ts' },
  ],
};
