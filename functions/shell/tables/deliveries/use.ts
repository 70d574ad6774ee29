import type { TableUse } from '../table.ts';

const system = 'SYSTEM#<system>';

/** The items of the deliveries table and how they are reached. */
export const deliveriesUse: TableUse = {
  items: [
    {
      partition: system,
      sort: 'FLAG#<flag id>',
      holds: 'What a system was sent of a flag, and what it acknowledged',
    },
    {
      partition: system,
      sort: 'OWN#<reference>',
      holds: 'A warning of a system’s own that is no flag of the hub’s',
    },
    { partition: system, sort: 'CIRCUIT', holds: 'Whether a system is called' },
  ],
  access: [
    {
      what: 'Lease, finish and acknowledge a delivery',
      by: ['UpdateItem'],
      key: 'system, flag, if no newer version',
      module: 'deliveries/deliveries-store.ts',
    },
    {
      what: 'What a system was told of the flags that it speaks of',
      by: ['BatchGetItem'],
      key: 'system, flag',
      module: 'deliveries/told-reader.ts',
    },
    {
      what: 'Read and change the circuit',
      by: ['GetItem', 'PutItem'],
      key: 'system, CIRCUIT, if the revision is the one read',
      module: 'deliveries/circuit-store.ts',
    },
    {
      what: 'All that a system is believed to hold',
      by: ['Query'],
      key: 'system',
      module: 'deliveries/holdings-reader.ts',
    },
    {
      what: 'Write what a system says that it holds',
      by: ['UpdateItem', 'DeleteItem'],
      key: 'system, flag or reference, if unchanged',
      module: 'deliveries/holdings-writer.ts',
    },
  ],
};
