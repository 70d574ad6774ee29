import type { TableUse } from '../table.ts';

const system = 'SYSTEM#<system>';

/** The items of the files table and how they are reached. */
export const filesUse: TableUse = {
  items: [
    { partition: system, sort: 'FILE#<file id>', holds: 'A file and how far it is processed; expires' },
    { partition: system, sort: 'FEED#<feed>', holds: 'The last snapshot of a feed' },
  ],
  access: [
    {
      what: 'Find a file or a feed',
      by: ['GetItem'],
      key: 'system, file or feed',
      module: 'files/files-store.ts',
    },
    {
      what: 'Change a file and its feed, both or neither',
      by: ['TransactWriteItems'],
      key: 'system, file and feed, if unchanged',
      module: 'files/files-store.ts',
    },
  ],
};
