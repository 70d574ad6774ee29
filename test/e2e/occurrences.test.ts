import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { statusUpdateOf } from '../support/hact-messages.ts';
import { tenancyEventOf } from '../support/tenancy-events.ts';
import { type Dealings, makeDealings } from './support/dealings.ts';
import { raiseRepair, sheetOf } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const home = flat(4);
const repairsReference = '00047104';
const tenancyReference = '58d97f3a-46a3-4644-acd6-f576c512b118';
const kind = 'damp-and-mould';

const hubs = makeTestHubs();
let landlord: HubWithTeams;
let hub: Dealings;
beforeAll(async () => {
  landlord = await hubs.start();
  hub = makeDealings(landlord);
});
afterAll(() => hubs.stop());

async function sheetSays(row: string) {
  const answer = await landlord.system('leaks').post({ contentType: 'text/csv', body: sheetOf(row) });
  expect(answer.status).toBe(202);
  await hub.rests();
}

/** Repairs says something of the mould, or of a job. */
const update = (messageId: string, eventTime: string, fields: object) =>
  hub.says(
    'repairs',
    statusUpdateOf({
      messageId,
      eventTime,
      sitePropertyUnit: [{ reference: [{ id: repairsReference }] }],
      ...fields,
    }),
  );
const ofMould = (otherType: string, more: object = {}) => ({
  ...{ typeCode: '0', otherType, hazard: { kind, ...more } },
});

/** The hazards that are open at the home, as an officer of any team sees them. */
async function open(role: 'repairs-officer' | 'leaks-officer' | 'complaints-officer' = 'repairs-officer') {
  const { openCases } = await landlord.officer(role).property(home);
  return openCases.filter(one => one.kind === 'hazard');
}

describe('mould that comes again', () => {
  it('after it was closed as none in May 2027, is open since March 2028 and not yet investigated', async () => {
    await hub.comes('2027-04-01');
    await sheetSays('01/04/2027,,Larch Ho,4,,Mould seen,,Bedroom');
    await hub.comes('2027-05-10');
    await update('M-1', '2027-05-10T09:00:00Z', ofMould('hazardInvestigated', { result: 'none' }));
    expect(await open()).toEqual([]);
    await hub.comes('2028-03-02');
    await sheetSays('02/03/2028,,Larch Ho,4,,Mould seen,,Bedroom');
    expect(await open()).toMatchObject([
      { openedAt: '2028-03-02T00:00:00+00:00', stage: 'suspected', facts: { hazard: kind } },
    ]);
    expect((await open())[0]?.facts).not.toHaveProperty('result');
  });

  it('investigated on Monday stays investigated when complaints mentions it on Tuesday', async () => {
    await hub.comes('2028-03-07');
    await update('M-2', '2028-03-06T09:00:00Z', ofMould('hazardInvestigated', { result: 'significant' }));
    await hub.says('complaints', {
      ...{ entryId: 'CE-1', recordedAt: '2028-03-07T09:00:00Z', uprn: home },
      ...{ event: 'hazardMentioned', hazard: 'dampAndMould', detail: 'Mould again' },
    });
    expect(await open()).toMatchObject([{ stage: 'investigated', facts: { result: 'significant' } }]);
  });

  it('is named to every system in its own format, and is the same one to whoever names it so', async () => {
    const told = (system: string) =>
      hub.received(system).flatMap(body => body.match(/damp-and-mould-2028-03-02-[0-9a-f]+/g) ?? []);
    const [reference = ''] = (await open()).map(one => one.reference);
    const systems = ['repairs', 'tenancy', 'leaks', 'complaints', 'disrepair'];
    expect(systems.map(system => [...new Set(told(system))])).toEqual(systems.map(() => [reference]));
    await hub.comes('2028-03-09');
    await hub.says('complaints', {
      ...{ entryId: 'CE-2', recordedAt: '2028-03-02', uprn: home },
      ...{ event: 'hazardMentioned', hazard: 'dampAndMould', hazardReference: told('complaints')[0] },
    });
    const body = [
      'Date,Block,Flat,What happened,Regarding',
      `08/03/2028,Larch Ho,4,Mould seen,${told('leaks')[0]}`,
    ].join('\r\n');
    await landlord.system('leaks').post({ contentType: 'text/csv', body });
    await hub.rests();
    expect(await open()).toMatchObject([
      { reference, openedAt: '2028-03-02T00:00:00+00:00', stage: 'investigated' },
    ]);
  });

  it('has one reference for every team, by which it is closed; what names another closes nothing', async () => {
    const teams = ['repairs-officer', 'leaks-officer', 'complaints-officer'] as const;
    const references = await Promise.all(teams.map(async role => (await open(role))[0]?.reference));
    const [reference = ''] = references;
    expect(references).toEqual([reference, reference, reference]);
    expect(reference).toMatch(/^damp-and-mould-2028-03-02-/);
    await hub.comes('2028-06-01');
    await update('M-3', '2028-04-01T09:00:00Z', ofMould('hazardMadeSafe'));
    await update('M-4', '2028-05-01T09:00:00Z', ofMould('hazardWorksCompleted'));
    const another = { reference: 'damp-and-mould-2027-04-01-000000', outcome: 'remedied' };
    await update('M-5', '2028-05-02T09:00:00Z', ofMould('hazardClosed', another));
    await update('M-6', '2028-05-03T09:00:00Z', ofMould('hazardClosed', { reference, outcome: 'no-access' }));
    expect(await open()).toMatchObject([{ reference, stage: 'works-completed' }]);
    await update('M-7', '2028-05-04T09:00:00Z', ofMould('hazardClosed', { reference, outcome: 'remedied' }));
    expect(await open()).toEqual([]);
  });
});

describe('mould that the leaks team and complaints see to the end', () => {
  const complains = (entryId: string, recordedAt: string, fields: object) =>
    hub.says('complaints', { entryId, recordedAt, uprn: home, hazard: 'dampAndMould', ...fields });

  it('comes further and is closed by either, for every system', async () => {
    await hub.comes('2028-06-05');
    await sheetSays('02/06/2028,,Larch Ho,4,,Mould seen,,Bedroom');
    await complains('CE-3', '2028-06-03', { event: 'hazardWorksStarted' });
    expect(await open()).toMatchObject([{ openedAt: '2028-06-02T00:00:00+01:00', stage: 'works-started' }]);
    await sheetSays('04/06/2028,,Larch Ho,4,,Mould works done,,');
    expect(await open()).toMatchObject([{ stage: 'works-completed' }]);
    await complains('CE-4', '2028-06-05', { event: 'hazardClosed', outcome: 'noAccess' });
    expect(await open()).toMatchObject([{ stage: 'works-completed' }]);
    await complains('CE-5', '2028-06-05', { event: 'hazardClosed', outcome: 'remedied' });
    expect(await open()).toEqual([]);
    await sheetSays('05/06/2028,,Larch Ho,4,,Damp seen,,Hall');
    await hub.comes('2028-06-06');
    await sheetSays('06/06/2028,,Larch Ho,4,,Damp gone,,');
    expect(await open()).toEqual([]);
    for (const system of ['repairs', 'tenancy', 'leaks', 'complaints', 'disrepair'])
      expect(hub.shownIn(system, home)).not.toContain(kind);
  });
});

describe('a leak without a reference', () => {
  const systems = ['repairs', 'tenancy', 'leaks', 'complaints', 'disrepair'];
  const shown = (uprn = home) => systems.map(system => hub.shownIn(system, uprn).includes('active-leak'));
  const leaks = async (uprn = home) => {
    const { openCases } = await landlord.officer('leaks-officer').property(uprn);
    return openCases.filter(one => one.kind === 'leak').map(({ reference }) => reference);
  };

  it('is shown everywhere until it is over, and is another when it comes again', async () => {
    await hub.comes('2028-06-10');
    await sheetSays('05/06/2028,,Larch Ho,4,,Leak reported,7,Hall');
    expect([shown(), shown(flat(7))].flat()).toEqual(Array(10).fill(true));
    const [first] = await leaks();
    expect(await leaks(flat(7))).toEqual([first]);
    await sheetSays('06/06/2028,,Larch Ho,4,,Resolved,7,');
    expect([shown(), shown(flat(7))].flat()).toEqual(Array(10).fill(false));
    await sheetSays('09/06/2028,,Larch Ho,4,,Leak again,7,Hall');
    const [second] = await leaks();
    expect(second).toMatch(/^leak-2028-06-09-[0-9a-f]{6}$/);
    expect(second).not.toBe(first);
  });

  it('is named to its team, and ends by that name alone where the row has one', async () => {
    const [reference = ''] = await leaks();
    expect(hub.received('leaks').some(body => body.includes(reference))).toBe(true);
    await sheetSays('10/06/2028,,Larch Ho,4,leak-2028-06-05-000000,Resolved,7,');
    expect(await leaks()).toEqual([reference]);
    await sheetSays(`10/06/2028,,Larch Ho,4,${reference},Resolved,7,`);
    expect(await leaks()).toEqual([]);
    expect(shown()).toEqual(Array(5).fill(false));
  });
});

describe('no access', () => {
  const everywhere = () =>
    ['repairs', 'tenancy', 'leaks', 'complaints', 'disrepair'].map(system =>
      hub.shownIn(system, home).includes('access-missed'),
    );
  const job = (messageId: string, dateRaised: string) =>
    hub.says('repairs', raiseRepair(messageId, repairsReference, { dateRaised }));
  const ofJob = (messageId: string, eventTime: string, reference: string, fields: object) =>
    update(messageId, eventTime, { relatedWorkOrderReference: { id: reference }, ...fields });

  it('stands while the job is open that nobody let the operative in for, and ends with it', async () => {
    await hub.comes('2028-07-03');
    await job('J-1', '2028-07-01T09:00:00Z');
    await ofJob('J-2', '2028-07-02T09:00:00Z', 'R-J-1', { typeCode: '70' });
    expect(everywhere()).toEqual([true, true, true, true, true]);
    await ofJob('J-3', '2028-07-03T09:00:00Z', 'R-J-1', { typeCode: '0', otherType: 'cancel' });
    expect(everywhere()).toEqual([false, false, false, false, false]);
  });

  it('does not stand again because another job is raised two years later', async () => {
    await hub.comes('2030-07-01');
    await job('J-4', '2030-06-30T09:00:00Z');
    expect(everywhere()).toEqual([false, false, false, false, false]);
    await ofJob('J-5', '2030-07-01T09:00:00Z', 'R-J-4', { typeCode: '70' });
    expect(everywhere()).toEqual([true, true, true, true, true]);
  });

  it('ends when access is got, although the job goes on', async () => {
    await hub.comes('2030-07-02');
    await ofJob('J-6', '2030-07-02T09:00:00Z', 'R-J-4', { typeCode: '0', otherType: 'attended' });
    expect(everywhere()).toEqual([false, false, false, false, false]);
  });
});

describe('enforcement', () => {
  const matter = (day: string, type: 'Started' | 'Closed', entityId = 'enf-9') => {
    const newData = {
      ...{ processName: 'tenancyenforcement', targetId: 'tenure-4', targetType: 'tenure' },
      relatedEntities: [{ id: tenancyReference, targetType: 'asset' }],
      currentState: { processData: { formData: { ground: 'Access refused', outcome: 'Access given' } } },
    };
    const name = type === 'Started' ? 'ProcessStartedAgainstTenureEvent' : 'ProcessClosedEvent';
    const envelope = { id: `${entityId}-${type}-${day}`, entityId, dateTime: `${day}T09:00:00Z` };
    return hub.says('tenancy', tenancyEventOf(name, newData, undefined, envelope));
  };
  const openSince = async () => {
    const { openCases } = await landlord.officer('housing-officer').property(home);
    return openCases.filter(one => one.kind === 'enforcement').map(({ openedAt }) => openedAt.slice(0, 10));
  };

  it('that is opened again under its reference is open since then, and was open before', async () => {
    await hub.comes('2030-09-02');
    await matter('2030-08-01', 'Started');
    await matter('2030-09-01', 'Closed');
    expect(await openSince()).toEqual([]);
    await hub.comes('2031-03-02');
    await matter('2031-03-01', 'Started', 'ENF-9');
    expect(await openSince()).toEqual(['2031-03-01']);
    const entries = await landlord.officer('housing-officer').timeline(home, 'tenancy');
    expect(entries.map(({ type }) => type).filter(type => type.includes('enforcement'))).toEqual([
      'housing.tenancy.enforcement-opened.v1',
      'housing.tenancy.enforcement-closed.v1',
      'housing.tenancy.enforcement-opened.v1',
    ]);
  });

  it('is not closed by a closing of before that is heard late, and is by its own', async () => {
    await matter('2030-10-01', 'Closed');
    expect(await openSince()).toEqual(['2031-03-01']);
    await hub.comes('2031-04-02');
    await matter('2031-04-01', 'Closed');
    expect(await openSince()).toEqual([]);
  });
});
