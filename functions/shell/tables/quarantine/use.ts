import type { TableUse } from '../table.ts';

/** The items of the quarantine table and how they are reached. */
export const quarantineUse: TableUse = {
  items: [
    { partition: 'SYSTEM#<system>', sort: 'ITEM#<id>', holds: 'One thing that was refused; expires' },
    { partition: 'SYSTEM#<system>', sort: 'WAITS#<key>#<id>', holds: 'That it waits for a key' },
  ],
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
      by: ['UpdateItem', 'DeleteItem'],
      key: 'system, id, if the state is the one read',
      module: 'quarantine/quarantine-resolver.ts',
    },
    {
      what: 'With an item, the row by which it is found while it waits',
      by: ['TransactWriteItems'],
      key: 'system, id; system, key and id',
      module: 'quarantine/write-item.ts',
    },
    {
      what: 'What waits for a key',
      by: ['Query', 'BatchGetItem'],
      key: 'system, key; system, id',
      module: 'quarantine/quarantine-waiting.ts',
    },
    {
      what: 'How much of a system waits, and since when',
      by: ['Query'],
      key: 'system, waiting',
      index: 'listed',
      module: 'quarantine/quarantine-waiting.ts',
    },
    {
      what: 'Find and remove what names a person',
      by: ['Scan', 'TransactWriteItems'],
      key: 'every item; system, id',
      module: 'quarantine/quarantine-eraser.ts',
    },
    { what: 'What waits or was resolved', by: ['stream'], key: 'ITEM#', module: 'records/stream-image.ts' },
  ],
};
