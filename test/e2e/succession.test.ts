import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchResponse } from '../../functions/officers/properties/contract.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { importRows } from './support/import-rows.ts';
import { makeRequests, publishToken, roleToken } from './support/request.ts';
import { raiseRepair } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const merged = '200000471145';
const halves = ['200000471171', '200000471172'];
/** Flats 4 and 5 became one home, flat 7 became two, flat 9 is no more. */
const changes = [
  'uprn,address,postcode,block_uprn,logical_status,successor_uprn,repairs_reference',
  `${flat(4)},"Flat 4, Larch House, Linden Road, London",SE15 4PT,${flat(0)},8,${merged},`,
  `${flat(5)},"Flat 5, Larch House, Linden Road, London",SE15 4PT,${flat(0)},8,${merged},00047105`,
  `${merged},"Flat 45, Larch House, Linden Road, London",SE15 4PT,${flat(0)},1,,00047145`,
  `${flat(7)},"Flat 7, Larch House, Linden Road, London",SE15 4PT,${flat(0)},8,${halves.join('|')},00047107`,
  ...halves.map(
    (uprn, index) => `${uprn},"Flat 7${'AB'[index]}, Larch House, Linden Road, London",SE15 4PT,,1,,`,
  ),
  `${flat(9)},"Flat 9, Larch House, Linden Road, London",SE15 4PT,${flat(0)},historic,,`,
];

const hubs = makeTestHubs();
let landlord: HubWithTeams;
const officer = () => landlord.officer('manager');

beforeAll(async () => {
  landlord = await hubs.start();
  await raise('S-1', '00047104');
  await importRows(landlord.hub, changes);
});
afterAll(() => hubs.stop());

/** A job that the repairs system raises at a home by its own reference. */
async function raise(workOrder: string, reference: string) {
  const answer = await makeRequests(landlord.hub)({
    ...{ method: 'POST', path: '/v1/systems/repairs/events', contentType: 'application/json' },
    token: await publishToken(landlord.hub, 'repairs'),
    body: JSON.stringify(raiseRepair(workOrder, reference)),
  });
  await landlord.hub.settled();
  return answer;
}

async function search(query: string): Promise<string[]> {
  const token = await roleToken(landlord.hub, 'manager');
  const { body } = await makeRequests(landlord.hub)({ path: `/v1/properties?${query}`, token });
  return searchResponse.parse(body).properties.map(({ uprn }) => uprn);
}

describe('homes that were merged, split up or demolished', () => {
  it('stay readable, with everything that happened there', async () => {
    expect(await officer().property(flat(4))).toMatchObject({
      ...{ status: 'retired', succeededBy: [merged], references: { repairs: ['00047104'] } },
      openCases: [{ kind: 'work-order', reference: 'R-S-1' }],
    });
    expect(await officer().timeline(flat(4))).toMatchObject([{ type: 'housing.repair.raised.v1' }]);
    const gone = await officer().property(flat(9));
    expect(gone).toMatchObject({ status: 'retired' });
    expect(gone.succeededBy).toBeUndefined();
  });

  it('are told by the home that succeeded them, with how much is open there', async () => {
    const { status, succeeds } = await officer().property(merged);
    expect(status).toBe('approved');
    expect(succeeds?.toSorted((a, b) => (a.uprn < b.uprn ? -1 : 1))).toEqual([
      { uprn: flat(4), openCases: 1 },
      { uprn: flat(5), openCases: 0 },
    ]);
  });

  it('lead whoever looks for them to their successors; one without is still found', async () => {
    expect(await search('reference=00047104')).toEqual([merged]);
    expect(await search('address=Flat 5, Larch House')).toEqual([merged]);
    expect((await search('reference=00047107')).toSorted()).toEqual(halves);
    expect(await search('reference=00047109')).toEqual([flat(9)]);
    const all = await search('postcode=SE15 4PT');
    expect(all).toEqual(expect.arrayContaining([merged, ...halves, flat(6)]));
    expect(all.filter(uprn => [4, 5, 7, 9].map(flat).includes(uprn))).toEqual([]);
  });

  it('have their news at the one home that succeeded them', async () => {
    expect(await raise('S-2', '00047105')).toMatchObject({
      ...{ status: 202, body: { accepted: [{ events: [{ subject: `property/${merged}` }] }] } },
    });
    expect(await officer().timeline(merged)).toMatchObject([{ type: 'housing.repair.raised.v1' }]);
    expect(await officer().timeline(flat(5))).toEqual([]);
  });

  it('have it kept in quarantine when it could be several homes, or none', async () => {
    expect(await raise('S-3', '00047107')).toMatchObject({
      body: { quarantined: [{ reason: 'ambiguous' }] },
    });
    expect(await raise('S-4', '00047109')).toMatchObject({
      body: { quarantined: [{ reason: 'unmatched' }] },
    });
  });
});
