import type { TableUse } from '../table.ts';

/** The items of the table of keys and how they are reached. */
export const keysUse: TableUse = {
  items: [
    {
      partition: 'KEY#person/<system>:<key>',
      sort: 'KEY',
      holds: 'The key of what was said about a person',
    },
    {
      partition: 'KEY#property/<uprn>/<year>',
      sort: 'KEY',
      holds: 'That of what was said about a home and named nobody',
    },
  ],
  access: [
    {
      what: 'Read keys, to show texts and to know whether there is one',
      by: ['BatchGetItem'],
      key: 'names',
      module: 'keys/key-reader.ts',
    },
    {
      what: 'Make a key, to encrypt texts',
      by: ['PutItem'],
      key: 'name, if it has none',
      module: 'keys/key-maker.ts',
    },
    {
      what: 'Destroy a key',
      by: ['PutItem'],
      key: 'name, if unchanged',
      module: 'keys/key-eraser.ts',
    },
  ],
};
