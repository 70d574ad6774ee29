import { randomUUID } from 'node:crypto';
import type { components } from '@lintel/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Role, roleSchema } from '../../functions/core/views/roles.ts';
import type { Worklist } from '../../functions/core/worklists/worklist.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { answered } from '../scenarios/officer.ts';
import { takenWhole } from '../scenarios/system-client.ts';
import { tenancyEventOf } from '../support/tenancy-events.ts';
import { clientOf } from './support/client.ts';
import { alertAbout, movesIn, type Resident } from './support/household.ts';
import { makeTestHubs } from './support/test-hub.ts';

type Entry = components['schemas']['Worklist']['entries'][number];

const leaver: Resident = { person: randomUUID(), name: 'Lena Leaver', uprn: flat(4) };
const stayer: Resident = { person: randomUUID(), name: 'Stan Stayer', uprn: flat(7) };
const fled: Resident = { person: randomUUID(), name: 'Fiona Fled', uprn: flat(8) };
const arrivals = new Map([leaver, stayer, fled].map(resident => [resident, movesIn(resident)]));
const idOf = ({ person }: Resident) => `do-not-visit-alone~person~tenancy.3a${person}`;
const reason = 'Talked it through with the patch manager.';

const hubs = makeTestHubs();
let landlord: HubWithTeams;
beforeAll(async () => {
  landlord = await hubs.start();
  await comes('2025-06-20T10:00:00Z');
  await says(...[...arrivals.values()].flat(), alertAbout(leaver, 'CV', 'Threats'));
  await says(alertAbout(fled, 'DV', 'At risk'));
});
afterAll(() => hubs.stop());

async function comes(instant: string): Promise<void> {
  await landlord.hub.setTime(new Date(instant));
}
/** The tenancy system says something, and the hub has taken it in. */
async function says(...items: object[]): Promise<void> {
  const body = JSON.stringify(items);
  takenWhole('tenancy', await landlord.system('tenancy').post({ contentType: 'application/json', body }));
  await landlord.hub.settled();
}
const as = (role: Role) => clientOf(landlord.hub, role);
const key = () => ({ 'idempotency-key': randomUUID() });
const listed = async (role: Role, list: Worklist): Promise<Entry[]> =>
  answered(await as(role).GET('/v1/flags', { params: { query: { list } } })).entries;
const readsOf = async (subject: string) =>
  answered(await as('data-protection-officer').GET('/v1/audit/reads', { params: { query: { subject } } }))
    .reads;
const isListed = async (role: Role, list: Worklist, resident: Resident) =>
  (await listed(role, list)).some(({ flag }) => flag.id === idOf(resident));
const rolesWith = async (list: Worklist, resident: Resident) => {
  const found: Role[] = [];
  for (const role of roleSchema.options) if (await isListed(role, list, resident)) found.push(role);
  return found.toSorted();
};
/** Of an entry that says what can be done about it: the flag, and the version that it shows. */
function about({ post: paths, flag }: Entry, what: string) {
  expect(paths.map(path => path.split('/').at(-1))).toContain(what);
  return { path: { id: flag.id }, header: { 'if-match': `"${flag.version}"`, ...key() } };
}
const reviewed = (entry: Entry, until: string) =>
  done(
    as('enforcement-officer').POST('/v1/flags/{id}/review', {
      params: about(entry, 'review'),
      body: { reason, until },
    }),
  );
const approved = (entry: Entry) =>
  done(
    as('enforcement-officer').POST('/v1/flags/{id}/approve', {
      params: about(entry, 'approve'),
      body: { reason },
    }),
  );
/** How it was answered, once the hub has done what followed. */
async function done<T extends { response: Response }>(answer: Promise<T>): Promise<number> {
  const { response } = await answer;
  await landlord.hub.settled();
  return response.status;
}

describe('somebody who moved out', () => {
  it('leaves a warning that is unplaced, for those who look after it to place or to clear', async () => {
    expect(await isListed('enforcement-officer', 'unplaced', leaver)).toBe(false);
    await comes('2025-07-02T10:00:00Z');
    await says(movesOut(leaver, '2025-07-01'));
    const [entry] = await listed('enforcement-officer', 'unplaced');
    expect(entry).toMatchObject({
      ...{ flag: { id: idOf(leaver), places: [] }, name: leaver.name, homes: [] },
      ...{ owner: 'tenancy-enforcement', todo: expect.stringContaining('tenancy record') },
    });
    const entitled = ['data-protection-officer', 'enforcement-officer', 'housing-officer', 'manager'];
    expect(await rolesWith('unplaced', leaver)).toEqual(entitled);
  });

  it('is written down as seen, because the list has names', async () => {
    const reads = await readsOf(`person/tenancy:${leaver.person}`);
    expect(reads.map(({ endpoint, details, role }) => [endpoint, details, role])).toContainEqual([
      ...['GET /v1/flags', ['name'], 'enforcement-officer'],
    ]);
    const lists = await readsOf('worklist/unplaced');
    expect(lists.map(({ role }) => role)).not.toContain('repairs-officer');
    expect(lists.length).toBeGreaterThan(0);
  });
});

describe('somebody who was not told', () => {
  const untold = async () => answered(await as('data-protection-officer').GET('/v1/flags/untold'));

  it('is on the list and in the report until somebody told them', async () => {
    expect(await untold()).toMatchObject({
      ...{ count: 1, teams: [{ team: 'tenancy-enforcement', count: 1, longest: [{ id: idOf(leaver) }] }] },
    });
    const [entry] = await listed('housing-officer', 'untold');
    if (entry === undefined) throw new Error('Nobody is on the list');
    const told = as('housing-officer').POST('/v1/flags/{id}/told', {
      params: about(entry, 'told'),
      body: { informedAt: '2025-07-02T09:00:00+01:00' },
    });
    expect(await done(told)).toBe(200);
    expect(await listed('housing-officer', 'untold')).toEqual([]);
    expect(await untold()).toMatchObject({ count: 0, teams: [] });
  });
});

describe('a review', () => {
  it('falls due by the clock, even before the hub has gone through what is due, and is done', async () => {
    await comes('2025-11-29T23:59:00Z');
    expect(await isListed('enforcement-officer', 'reviews-due', leaver)).toBe(false);
    await comes('2025-11-30T00:00:00Z');
    expect(await isListed('enforcement-officer', 'reviews-due', leaver)).toBe(true);
    await landlord.hub.invoke('WatchingWatchFunction', { source: 'aws.events' });
    await landlord.hub.settled();
    const [entry] = await listed('enforcement-officer', 'reviews-due');
    if (entry === undefined) throw new Error('Nothing is due');
    expect(entry).toMatchObject({
      ...{ flag: { id: idOf(leaver), state: 'review-due' }, by: '2026-06-03' },
      since: '2025-11-30T00:00:00.000Z',
    });
    expect(await reviewed(entry, '2026-05-01')).toBe(200);
    expect(await listed('enforcement-officer', 'reviews-due')).toEqual([]);
    const [listedThen] = await listed('enforcement-officer', 'quarterly-review');
    expect(listedThen?.decided?.map(({ decision }) => decision)).toEqual(['reviewed']);
  });
});

describe('what an officer raised', () => {
  it('waits for a second person, who finds it on the list', async () => {
    const raised = as('housing-officer').POST('/v1/persons/{ref}/flags', {
      params: { path: { ref: `tenancy:${stayer.person}` }, header: key() },
      body: { code: 'do-not-visit-alone', basis: 'Threatened an operative on the stairs.' },
    });
    expect(await done(raised)).toBe(201);
    const [entry] = await listed('enforcement-officer', 'pending-approval');
    if (entry === undefined) throw new Error('Nothing waits');
    expect(entry).toMatchObject({ name: stayer.name, homes: [{ uprn: stayer.uprn }] });
    expect(entry.homes[0]?.address).toContain('Larch');
    expect(await approved(entry)).toBe(200);
    expect(await rolesWith('pending-approval', stayer)).toEqual([]);
  });

  it('and a system denies, is a conflict that its owner sees and settles, and other teams do not', async () => {
    const alert = alertAbout(stayer, 'CV', 'Never ours');
    await comes('2025-12-02T10:00:00Z');
    const dateTime = '2025-12-02T09:59:00Z';
    await says({ ...alert, id: randomUUID(), eventType: 'CautionaryAlertEndedEvent', dateTime });
    const entitled = ['data-protection-officer', 'enforcement-officer', 'manager'];
    expect(await rolesWith('conflicts', stayer)).toEqual(entitled);
    const [entry] = await listed('enforcement-officer', 'conflicts');
    if (entry === undefined) throw new Error('Nobody disagrees');
    expect(entry).toMatchObject({ flag: { conflict: { deniedBy: ['tenancy'] } } });
    expect(await reviewed(entry, '2026-05-01')).toBe(200);
    expect(await rolesWith('conflicts', stayer)).toEqual([]);
  });
});

it('what a system says of somebody’s conduct waits for a second person too, unless it names one', async () => {
  await says(alertAbout(stayer, 'VA', 'Shouted at a caretaker', {}));
  const [entry] = await listed('enforcement-officer', 'pending-approval');
  if (entry === undefined) throw new Error('Nothing waits');
  expect(entry).toMatchObject({
    flag: { code: 'verbal-abuse', state: 'pending-approval', sources: ['tenancy'] },
  });
  expect(await approved(entry)).toBe(200);
  expect(await rolesWith('pending-approval', stayer)).toEqual([]);
});

it('what protects somebody is on no list of those who may not know of it', async () => {
  await says(movesOut(fled, '2025-12-01'));
  const found: Role[] = [];
  for (const role of roleSchema.options) {
    const entries = await listed(role, 'unplaced');
    if (entries.some(({ flag }) => flag.on === `person/tenancy:${fled.person}`)) found.push(role);
  }
  expect(found.toSorted()).toEqual(['housing-officer', 'manager']);
});

/** The tenancy that they moved in by ends. */
function movesOut(resident: Resident, endOfTenureDate: string): object {
  const [, tenancy] = arrivals.get(resident) ?? [];
  const { entityId: tenure } = z.object({ entityId: z.uuid() }).parse(tenancy);
  const member = { id: resident.person, type: 'Person', fullName: resident.name, isResponsible: true };
  const newData = {
    ...{ id: tenure, endOfTenureDate, householdMembers: [member] },
    tenuredAsset: { id: randomUUID(), type: 'Dwelling', uprn: resident.uprn },
  };
  const dateTime = `${endOfTenureDate}T09:00:00Z`;
  return tenancyEventOf('TenureUpdatedEvent', newData, {}, { id: randomUUID(), entityId: tenure, dateTime });
}
