import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../functions/core/views/roles.ts';
import { searchResponse } from '../../functions/officers/properties/contract.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { makeRequests, publishToken, roleToken } from './support/request.ts';
import { raiseRepair, sheetOf } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;

beforeAll(async () => {
  landlord = await hubs.start();
  await send('repairs', [raiseRepair('00088121', '00047104'), raiseRepair('00088122', '00047105')]);
  await send('complaints', [
    complaint('CE-1', 'C-5521', { about: 'Leak and loss of lighting' }),
    complaint('CE-2', 'C-05522', { about: 'Domestic abuse support' }),
    complaint('CE-3', 'C-5530', { about: 'Noise' }),
  ]);
  await send(
    'leaks',
    sheetOf('02/06/2025,07:40,Larch Ho,4,LFA-0612,leak reported,Flat 7,Kitchen'),
    'text/csv',
  );
});
afterAll(() => hubs.stop());

function complaint(entryId: string, caseReference: string, changes: object) {
  const said = { event: 'received', recordedAt: '2025-07-21T09:00:00Z', uprn: flat(6) };
  return { entryId, caseReference, ...said, ...changes };
}

async function send(system: string, body: unknown, contentType = 'application/json') {
  const answer = await makeRequests(landlord.hub)({
    ...{ method: 'POST', path: `/v1/systems/${system}/events`, contentType },
    token: await publishToken(landlord.hub, system),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  expect(answer).toMatchObject({ status: 202, body: { rejected: [], quarantined: [] } });
  await landlord.hub.settled();
}

async function search(reference: string, role: Role = 'manager', rest = '') {
  const path = `/v1/properties?reference=${encodeURIComponent(reference)}${rest}`;
  const token = await roleToken(landlord.hub, role);
  const { body } = await makeRequests(landlord.hub)({ path, token });
  const { properties, ...found } = searchResponse.parse(body);
  return { ...found, homes: properties.map(({ uprn }) => uprn) };
}

const nothing = { homes: [], cases: [], near: [] };
const job = { kind: 'work-order', system: 'repairs', reference: 'R-00088121' };

describe('a search by the number of a case', () => {
  it('finds the home of a job, of a complaint and every home of a leak, not their block', async () => {
    expect(await search('R-00088121', 'repairs-officer')).toEqual({
      homes: [flat(4)],
      cases: [{ ...job, uprn: flat(4), open: true }],
      near: [],
    });
    expect(await search('c-5521', 'contact-centre-agent')).toMatchObject({
      homes: [flat(6)],
      cases: [{ kind: 'complaint', system: 'complaints', reference: 'C-5521' }],
    });
    const leak = await search('LFA-0612', 'surveyor');
    expect(leak.homes).toEqual([flat(4), flat(7)]);
    expect(leak.cases?.map(({ kind }) => kind)).toEqual(['leak', 'leak']);
    expect(await search('LFA-0612', 'surveyor', '&system=repairs')).toEqual(nothing);
  });

  it('finds one that is closed, and says so', async () => {
    await send('complaints', [complaint('CE-4', 'C-5530', { event: 'closed', recordedAt: '2025-09-01' })]);
    expect(await search('C-5530')).toMatchObject({ homes: [flat(6)], cases: [{ open: false }] });
  });

  it('finds none where the entry that opened it was corrected, and finds it where it is now', async () => {
    await send('complaints', [complaint('CE-5', 'C-5540', { about: 'Lift' })]);
    expect((await search('C-5540')).homes).toEqual([flat(6)]);
    const error = { event: 'enteredInError', recordedAt: '2025-07-22T09:00:00Z', uprn: flat(6) };
    await send('complaints', [{ entryId: 'CE-6', corrects: 'CE-5', reason: 'Another flat', ...error }]);
    expect(await search('C-5540')).toEqual(nothing);
    await send('complaints', [complaint('CE-7', 'C-5540', { about: 'Lift', uprn: flat(9) })]);
    expect((await search('C-5540')).homes).toEqual([flat(9)]);
  });
});

describe('a reference typed without its zeros', () => {
  it('is answered with those that are near, of homes and of cases, and with no home', async () => {
    expect(await search('47104')).toEqual({
      homes: [],
      cases: [],
      near: [{ kind: 'home', system: 'repairs', reference: '00047104' }],
    });
    expect(await search('r88121')).toEqual({ homes: [], cases: [], near: [job] });
    expect((await search('00047104')).homes).toEqual([flat(4)]);
  });
});

describe('a case that is not for a role', () => {
  it('is found by nobody of it: the answer is that of a reference which nothing has', async () => {
    for (const typed of ['C-05522', 'C-5522', 'X-1']) {
      expect(await search(typed, 'repairs-officer')).toEqual(nothing);
    }
    expect(await search('C-05522', 'complaints-officer')).toMatchObject({ homes: [flat(6)] });
    expect((await search('C-5522', 'complaints-officer')).near).toHaveLength(1);
  });
});
