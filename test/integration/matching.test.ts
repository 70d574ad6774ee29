import { readFile } from 'node:fs/promises';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it, vi } from 'vitest';
import { adapter } from '../../functions/adapters/complaints/adapter.ts';
import { maximumLookUps } from '../../functions/core/identity/look-ups.ts';
import { makeReceive } from '../../functions/intake/receive/receive.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeDirectory } from '../../functions/shell/tables/directory/directory-store.ts';
import { findAddress } from '../../functions/shell/tables/directory/find-address.ts';
import { makeQuarantineReader } from '../../functions/shell/tables/quarantine/quarantine-reader.ts';
import { makeKeep } from '../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { LintelEvent } from '../../schemas/catalogue.ts';
import { addressesOf, gazetteerOf } from '../support/addresses/labelled-sets.ts';
import { makeTownDirectory } from '../support/addresses/town-directory.ts';
import { instant } from '../support/events.ts';
import { systemRequest } from '../support/system-request.ts';
import { unencrypted } from '../support/unencrypted.ts';
import { importInto } from './support/larch-house.ts';
import { contents, newTable } from './support/tables.ts';

const extract = 'test/support/addresses/data/hand-written-gazetteer.csv';
let directory: Table;
beforeAll(async () => {
  directory = await newTable();
  await importInto(directory, await readFile(extract, 'utf8'));
});

it('finds in the table what it finds in memory, in eight look-ups at most', async () => {
  const { byAddress } = makeDirectory(directory);
  const { lookUp } = makeTownDirectory(gazetteerOf('hand-written'));
  const send = vi.spyOn(directory.client, 'send');
  for (const { address } of addressesOf('hand-written')) {
    send.mockClear();
    expect({ address, ...(await byAddress(address)) }).toEqual({
      address,
      ...(await findAddress(address, lookUp)),
    });
    expect(send.mock.calls.every(([command]) => command instanceof QueryCommand)).toBe(true);
    expect(send.mock.calls.length).toBeLessThanOrEqual(maximumLookUps);
  }
  send.mockRestore();
});

it('takes what means one home, and keeps the rest with the homes that come near and why', async () => {
  const quarantine = await newTable('quarantine');
  const published: LintelEvent[] = [];
  const receive = makeReceive({
    adapter,
    claimNames: new Map(),
    directory: makeDirectory(directory),
    encrypt: unencrypted.encrypt,
    told: () => Promise.resolve(new Map()),
    keep: makeKeep(quarantine),
    items: makeQuarantineReader(quarantine),
    now: () => instant('2025-07-21T09:00:00Z'),
    publish(events) {
      published.push(...events);
      return Promise.resolve([]);
    },
  });
  const entry = (entryId: string, address: string) => ({
    entryId,
    recordedAt: '2025-07-21',
    event: 'received',
    caseReference: entryId,
    address,
    about: 'Leak',
  });
  const addresses = [
    'Flat 4, Larhc House, Linden Rd, ZX1 4PT',
    '4 Larch House',
    'Flat 99, Larch House, Linden Road',
  ];
  const body = JSON.stringify(addresses.map((address, index) => entry(`C-${index}`, address)));
  await receive(systemRequest('complaints', body));
  expect(new Set(published.map(({ subject }) => subject))).toEqual(new Set(['property/900000000104']));
  const { found, candidates } = await makeDirectory(directory).byAddress('4 Larch House');
  expect(found).toBe('several');
  const kept = (await contents(quarantine)).filter(({ reason }) => reason !== undefined);
  expect(kept.toSorted((a, b) => Number(a['row']) - Number(b['row']))).toMatchObject([
    { row: 2, reason: 'ambiguous', candidates },
    {
      row: 3,
      reason: 'unmatched',
      candidates: expect.arrayContaining([
        expect.objectContaining({
          uprn: '900000000104',
          reasons: expect.arrayContaining(['another flat', 'the same building']),
        }),
      ]),
    },
  ]);
});
