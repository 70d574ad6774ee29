import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systems } from '../../functions/adapters/connected.ts';
import type { Role } from '../../functions/core/views/roles.ts';
import { flagResponse } from '../../functions/officers/flags/contract.ts';
import { worklistResponse } from '../../functions/officers/flags/worklist-contract.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { type Dealings, makeDealings } from './support/dealings.ts';
import { alertAbout, endOf, movesIn, type Resident } from './support/household.ts';
import { raiseRepair, sheetOf } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const code = 'do-not-visit-alone';
const leaking = flat(5);

const hubs = makeTestHubs();
let landlord: HubWithTeams;
let hub: Dealings;
beforeAll(async () => {
  landlord = await hubs.start();
  hub = makeDealings(landlord);
  await hub.comes('2025-06-20');
});
afterAll(() => hubs.stop());

/** The flag as an officer sees it now. */
async function seen(role: Role, path: string) {
  const { status, body } = await hub.looks(role, path);
  expect(status).toBe(200);
  return flagResponse.parse(body);
}

/** In which systems a flag shows at a home. */
const toldIn = (uprn: string, flagCode: string) =>
  systems.filter(system => hub.shownIn(system, uprn).includes(flagCode));

it('what is older than the hub is in force in every system at once when it is loaded', async () => {
  const row = '20/02/2025,08:30,Larch Ho,10,L-10,Electrics isolated,,Kitchen';
  await landlord.system('leaks').post({ contentType: 'text/csv', body: sheetOf(row) });
  const entry = { entryId: 'CE-9', event: 'received', caseReference: 'C-9', about: 'Leak', uprn: flat(10) };
  await hub.says('complaints', { ...entry, recordedAt: '2024-05-20T09:00:00Z' });
  const asbestos = { dateRaised: '2023-03-01T09:00:00Z', locationAlert: [{ type: '10' }] };
  await hub.says('repairs', raiseRepair('H-9', '00047110', asbestos));
  for (const flagCode of ['electrics-isolated', 'open-complaint', 'asbestos'])
    expect([flagCode, ...toldIn(flat(10), flagCode)]).toEqual([flagCode, ...systems]);
});

describe('what a system was told and says again', () => {
  const echoed: Resident = { person: randomUUID(), name: 'Edna Echoed', uprn: flat(6) };
  const flagOfEchoed = `flags/${code}~person~tenancy.3a${echoed.person}`;
  const now = () => landlord.hub.now().toISOString();
  const later = () => landlord.hub.setTime(new Date(landlord.hub.now().getTime() + 60_000));
  const job = (id: string, home: string, alerts: object) =>
    raiseRepair(id, home, { dateRaised: now(), ...alerts });

  it('is gone everywhere when the one who said it has ended it: the alert that repairs copied is no source', async () => {
    const alert = { ...alertAbout(echoed, 'CV', 'Threatened the caretaker'), dateTime: now() };
    await hub.says('tenancy', ...movesIn(echoed), alert);
    expect(toldIn(echoed.uprn, code)).toEqual(systems);
    await later();
    const customer = { reference: [{ id: echoed.person, allocatedBy: 'tenancy' }] };
    const copied = job('E-1', '00047106', { customer, personAlert: [{ type: '10' }] });
    await hub.says('repairs', copied);
    const standing = await seen('enforcement-officer', flagOfEchoed);
    expect(standing.flag?.sources).toEqual(['tenancy']);
    expect(standing.history?.[0]?.events).toMatchObject([{ system: 'repairs', echo: true }]);
    await later();
    await hub.says('tenancy', endOf(alert, now()));
    expect(toldIn(echoed.uprn, code)).toEqual([]);
    await later();
    await hub.says('repairs', {
      ...copied,
      messageId: 'E-2',
      reference: [{ id: 'R-E-2' }],
      dateRaised: now(),
    });
    expect(toldIn(echoed.uprn, code)).toEqual(systems);
  });

  it('raises nothing where repairs has no other word than “see comments”, and does where it was told nothing', async () => {
    const seeComments = { locationAlert: [{ type: '1' }] };
    const row = '20/06/2025,08:30,Larch Ho,5,L-5,Leak reported,,Kitchen';
    await landlord.system('leaks').post({ contentType: 'text/csv', body: sheetOf(row) });
    await hub.rests();
    await later();
    const before = hub.shownIn('leaks', leaking);
    expect(before).toContain('active-leak');
    await hub.says('repairs', job('E-3', '00047105', seeComments));
    expect(hub.shownIn('leaks', leaking)).toEqual(before);
    expect(toldIn(leaking, 'location-see-record')).toEqual([]);
    await hub.says('repairs', job('E-4', '00047108', seeComments));
    expect(toldIn(flat(8), 'location-see-record')).toEqual(systems);
  });

  it('is of the warning that repairs’ code means, and neither raises, ends nor hides another that it is told by it', async () => {
    const disputed: Resident = { person: randomUUID(), name: 'Dora Disputed', uprn: flat(9) };
    const { uprn } = disputed;
    const customer = { reference: [{ id: disputed.person, allocatedBy: 'tenancy' }] };
    const alert = { ...alertAbout(disputed, 'PA', 'Struck the caretaker'), dateTime: now() };
    const repairsSays = (id: string, personAlert: object) =>
      hub.says('repairs', job(id, '00047109', { customer, personAlert: [personAlert] }));
    const both = () => [toldIn(uprn, 'physical-abuse').length, toldIn(uprn, code).length];
    await hub.says('tenancy', ...movesIn(disputed), alert);
    expect(both()).toEqual([systems.length, 0]);
    const told = hub.received('repairs').map(message => JSON.parse(message));
    const { type, comments } = told.findLast(({ sharedCode }) => sharedCode === 'physical-abuse');
    expect([type, comments]).toEqual(['10', expect.stringMatching(/^CRITICAL, physical abuse: /)]);
    await later();
    await repairsSays('E-6', { type, comments });
    await repairsSays('E-7', { type, sharedCode: 'physical-abuse' });
    await repairsSays('E-8', { type, isActive: false });
    expect(both()).toEqual([systems.length, 0]);
    await later();
    await repairsSays('E-9', { type });
    expect(both()).toEqual([systems.length, systems.length]);
    await later();
    await hub.says('tenancy', endOf(alert, now()));
    expect(both()).toEqual([0, systems.length]);
    await later();
    await repairsSays('E-10', { type, isActive: false });
    expect(both()).toEqual([0, 0]);
  });

  it('is news where it comes with words of its own', async () => {
    const own = { locationAlert: [{ type: '1', comments: 'The loft ladder is broken' }] };
    await hub.says('repairs', job('E-5', '00047105', own));
    expect(toldIn(leaking, 'location-see-record')).toEqual(systems);
  });
});

it('a danger that nobody has looked at for more than a year stands: its review is overdue, in every system and on the lists', async () => {
  await hub.comes('2026-06-21');
  const isolated = `electrics-isolated~property~${flat(10)}`;
  expect(toldIn(flat(10), 'electrics-isolated')).toEqual(systems);
  expect((await seen('leaks-officer', `flags/${isolated}`)).state).toBe('review-overdue');
  for (const system of systems) {
    const told = hub.received(system).filter(message => message.includes(isolated));
    expect([system, told.at(-1)]).toEqual([system, expect.stringMatching(/review ?overdue/i)]);
  }
  for (const role of ['repairs-officer', 'manager'] as const) {
    const { body } = await hub.looks(role, 'flags?list=reviews-overdue');
    const ids = worklistResponse.parse(body).entries.map(({ flag }) => flag.id);
    expect([role, ids]).toEqual([role, expect.arrayContaining([isolated])]);
  }
});
