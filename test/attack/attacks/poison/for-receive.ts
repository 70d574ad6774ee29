import type { Hub } from '../../support/hub.ts';
import type { Poison, Poisons } from './kinds.ts';

const row = { Block: 'Larch Ho', Date: '02/06/2025', Status: 'Leak reported' };
const rowOf = (index: number) => ({ ...row, Flat: 4 + (index % 2), 'Leak ref': `L-${index}` });

/** Jobs without ids of their own: what they say stands for one. */
const job = {
  eventTime: '2025-06-20T00:30:00Z',
  messageType: 'JobStatusUpdate',
  relatedWorkOrderReference: { id: 'R-1' },
  sitePropertyUnit: [{ reference: [{ id: '00047104' }] }],
  typeCode: '70',
};
const jobs = [
  { ...job, eventTime: '2025-06-20T01:00:00Z' },
  { ...job, eventTime: '2025-06-20T02:00:00Z', 'x\ud83d': 1 },
];

/** A letter that is written out in eighteen: no key that is made of this fits a table. */
const endless = { addressLine: Array(7).fill('\ufdfa \ufdfa'), postalCode: 'SE15 4PT' };

const sent = (document: unknown) => (hub: Hub) => hub.send('leaks', JSON.stringify(document));

const poisons: readonly Poison[] = [
  { what: 'no JSON', put: hub => hub.send('leaks', '{"Block":'), ends: 'quarantine' },
  {
    what: 'of another media type',
    put: hub => hub.send('leaks', '<row/>', 'application/xml'),
    ends: 'quarantine',
  },
  { what: 'of too many rows', put: sent(Array(1_001).fill({})), ends: 'quarantine' },
  {
    what: 'with a row too large to keep',
    put: sent({ Notes: 'x'.repeat(310 * 1024) }),
    ends: 'dead letters',
  },
  {
    what: 'with an address that is many times as long as what was sent',
    put: hub => hub.send('repairs', JSON.stringify({ ...job, sitePropertyUnit: [{ address: endless }] })),
    ends: 'quarantine',
  },
  {
    what: 'with half a character in its id',
    put: sent({ ...rowOf(9), 'Leak ref': 'L-9\ud83d' }),
    ends: 'quarantine',
  },
  { what: 'with half a character', put: sent({ ...rowOf(9), Notes: 'water \ud83d' }), ends: 'taken' },
  {
    what: 'with half a character in a heading',
    put: sent({ ...rowOf(9), 'Notes \ud83d': 'water' }),
    ends: 'taken',
  },
  {
    what: 'with half a character where ids are made of it',
    put: hub => hub.send('repairs', JSON.stringify(jobs)),
    ends: 'taken',
  },
];

export const forReceive: Poisons = {
  function: 'receive',
  put(hub, first, last) {
    for (let index = first; index < last; index += 1) sent(rowOf(index))(hub);
  },
  all: poisons,
};
