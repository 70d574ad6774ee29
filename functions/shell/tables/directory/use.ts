import type { TableUse } from '../table.ts';

const home = 'UPRN#<uprn>';

/** The items of the directory table and how they are reached. */
export const directoryUse: TableUse = {
  items: [
    { partition: home, sort: 'PLACE', holds: 'A home or block with everything the gazetteer says of it' },
    { partition: 'BLOCK#<uprn>', sort: home, holds: 'A home of a block' },
    { partition: 'SUCCESSOR#<uprn>', sort: home, holds: 'A retired home that another one succeeded' },
    {
      partition: 'REFERENCE#<system>#<key>',
      sort: home,
      holds: 'The home that a system has under a key of its own, or where a work order was raised',
    },
    {
      partition: 'REFERENCE#<system>#<key>',
      sort: 'LEARNT',
      holds: 'The home or person that somebody said a system means by a key',
    },
    { partition: 'LEARNT#<system>', sort: 'KEY#<key>', holds: 'The same, in the list of a system’s keys' },
    {
      partition: 'FORGOTTEN#<request>',
      sort: 'REQUEST',
      holds: 'What an officer’s request forgot, and its answer: asked again, it has the same',
    },
    {
      partition: 'NUMBER#<reference without zeros and signs>',
      sort: '<reference>#<kind>#<system>#UPRN#<uprn>',
      holds: 'Where a reference of a home or a case is, for whoever types it',
    },
    {
      partition: 'PREMISES#<name>',
      sort: `<unit> ${home}`,
      holds: 'An address, by the name of its premises',
    },
    { partition: 'POSTCODE#<postcode>', sort: home, holds: 'An address, by its postcode' },
    {
      partition: 'NEAR#<digits>#<half>',
      sort: home,
      holds: 'An address, by what it shares with misspellings of it',
    },
    { partition: 'STANDING#<00 to 99>', sort: home, holds: 'A home that is not retired' },
  ],
  access: [
    { what: 'Places', by: ['BatchGetItem'], key: 'UPRN, PLACE', module: 'directory/directory-store.ts' },
    {
      what: 'The homes that something leads to',
      by: ['Query'],
      key: 'a partition that leads to homes',
      module: 'directory/directory-store.ts',
    },
    {
      what: 'Where a work order was raised',
      by: ['PutItem'],
      key: 'reference, home',
      module: 'directory/work-order-homes.ts',
    },
    {
      what: 'Where cases were opened',
      by: ['PutItem', 'Query'],
      key: 'NUMBER#; within it, begins with a reference',
      module: 'directory/numbers.ts',
    },
    {
      what: 'What was learnt of a system’s keys',
      by: ['BatchGetItem'],
      key: 'reference, LEARNT',
      module: 'directory/directory-store.ts',
    },
    {
      what: 'Find and learn one key',
      by: ['GetItem', 'TransactWriteItems'],
      key: 'reference, LEARNT; LEARNT#',
      module: 'directory/cross-references.ts',
    },
    {
      what: 'Forget one key, once a request',
      by: ['GetItem', 'TransactWriteItems'],
      key: 'reference, LEARNT; LEARNT#; FORGOTTEN#, REQUEST, once',
      module: 'directory/forgetting.ts',
    },
    {
      what: 'What was learnt of a system’s keys, in a list',
      by: ['Query'],
      key: 'LEARNT#',
      module: 'directory/cross-reference-list.ts',
    },
    {
      what: 'An import of places and what leads to them',
      by: ['BatchGetItem', 'BatchWriteItem'],
      key: 'UPRN, PLACE; leads',
      module: 'directory/directory-writer.ts',
    },
    {
      what: 'Every home that is not retired',
      by: ['Query'],
      key: 'STANDING#',
      module: 'directory/standing-homes.ts',
    },
  ],
};
