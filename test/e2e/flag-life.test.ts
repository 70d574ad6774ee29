import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../functions/core/views/roles.ts';
import { decidedResponse } from '../../functions/officers/decisions/contract.ts';
import { flagResponse } from '../../functions/officers/flags/contract.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { type Dealings, makeDealings } from './support/dealings.ts';
import { alertAbout, endOf, movesIn, movesOut, type Resident } from './support/household.ts';
import { seatOperator } from './support/operator.ts';
import { sheetOf } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const code = 'do-not-visit-alone';
const warned: Resident = { person: randomUUID(), name: 'Wilma Warned', uprn: flat(4) };
const denied: Resident = { person: randomUUID(), name: 'Desmond Denied', uprn: flat(7) };
const flagOf = ({ person }: Resident) => `flags/${code}~person~tenancy.3a${person}`;
const leaking = flat(5);
const leak = `flags/active-leak~property~${leaking}`;
const reason = 'Talked it through with everybody concerned.';

const hubs = makeTestHubs();
let landlord: HubWithTeams;
let hub: Dealings;
beforeAll(async () => {
  landlord = await hubs.start();
  hub = makeDealings(landlord);
  await hub.comes('2025-06-20');
  await hub.says('tenancy', ...[warned, denied].flatMap(movesIn));
});
afterAll(() => hubs.stop());

/** The flag as an officer sees it now, with its entity tag. */
async function seen(role: Role, path: string) {
  const { status, body, headers } = await hub.looks(role, path);
  expect(status).toBe(200);
  return { ...flagResponse.parse(body), etag: headers.get('etag') };
}

/** An officer decides about the flag as it is now. */
async function decides(role: Role, path: string, what: string, body: object) {
  const { etag } = await seen('manager', path);
  return hub.decides(role, `${path}/${what}`, body, etag);
}

async function raises(role: Role, { person }: Resident) {
  const answer = await hub.decides(role, `persons/tenancy:${person}/flags`, {
    ...{ code, basis: 'Threatened an operative on the stairs.' },
  });
  expect(answer.status).toBe(201);
  return decidedResponse.parse(answer.body);
}

const everywhere = (uprn: string, flagCode: string) =>
  ['repairs', 'tenancy', 'leaks'].map(system => hub.shownIn(system, uprn).includes(flagCode));
const shown = [true, true, true];
const hidden = [false, false, false];

describe('a rule’s flag', () => {
  it('is overridden by two officers while the leak is open, up to a day, and is believed again from then on', async () => {
    const row = '20/06/2025,08:30,Larch Ho,5,L-5,Leak reported,,Kitchen';
    await landlord.system('leaks').post({ contentType: 'text/csv', body: sheetOf(row) });
    await hub.rests();
    expect(everywhere(leaking, 'active-leak')).toEqual(shown);
    const raised = await hub.decides('manager', `properties/${leaking}/flags`, {
      code: 'active-leak',
      basis: 'x',
    });
    expect(raised.status).toBe(422);
    expect((await decides('leaks-officer', leak, 'clear', { reason })).status).toBe(422);
    const asked = await decides('leaks-officer', leak, 'clear', { reason, until: '2025-07-01' });
    expect(asked.status).toBe(202);
    expect(everywhere(leaking, 'active-leak')).toEqual(shown);
    const agreed = await decides('manager', leak, 'approve', { reason });
    expect(agreed).toMatchObject({ status: 200, body: { state: 'cleared', reason: 'decided' } });
    expect(everywhere(leaking, 'active-leak')).toEqual(hidden);
    await hub.comes('2025-07-01');
    expect(everywhere(leaking, 'active-leak')).toEqual(shown);
    const { history = [] } = await seen('manager', leak);
    expect(history.map(({ before, after }) => [before?.state, after?.state])).toEqual([
      [undefined, 'review-due'],
      ['active', undefined],
      ['active', 'active'],
      [undefined, 'active'],
    ]);
    expect(history.map(({ events }) => events.map(({ type }) => type))).toEqual([
      [],
      ['housing.flag.clearance-decided.v1'],
      ['housing.flag.clearance-requested.v1'],
      ['housing.leak.reported.v1'],
    ]);
  });
});

describe('a warning', () => {
  const flag = flagOf(warned);

  it('that a repairs officer proposes is told to nobody', async () => {
    expect((await raises('repairs-officer', warned)).state).toBe('proposed');
    expect(everywhere(warned.uprn, code)).toEqual(hidden);
  });

  it('is in force everywhere when a second person approves', async () => {
    expect((await decides('repairs-officer', flag, 'approve', { reason })).status).toBe(403);
    expect((await decides('manager', flag, 'approve', { reason })).body).toMatchObject({ state: 'active' });
    expect(everywhere(warned.uprn, code)).toEqual(shown);
  });

  it('is told to the person', async () => {
    const told = { informedAt: '2025-06-30T10:00:00+01:00' };
    expect((await decides('housing-officer', flag, 'told', told)).status).toBe(200);
    expect((await seen('manager', flag)).flag?.personTold).toBe('informed');
  });

  it('falls due for review by itself, and stands on when somebody has looked at it', async () => {
    await hub.comes('2025-12-29');
    expect((await seen('leaks-officer', flag)).state).toBe('review-due');
    expect(everywhere(warned.uprn, code)).toEqual(shown);
    const reviewed = await decides('enforcement-officer', flag, 'review', { reason, until: '2026-06-29' });
    expect(reviewed.body).toMatchObject({ state: 'active', flag: { reviewDue: '2026-06-29' } });
    await hub.comes('2026-06-30');
    expect((await seen('leaks-officer', flag)).state).toBe('review-due');
  });

  it('is in force nowhere after its maximum life, until somebody looks at it again', async () => {
    await hub.comes('2026-12-30');
    expect((await seen('manager', flag)).state).toBe('suspended');
    expect(everywhere(warned.uprn, code)).toEqual(hidden);
    expect((await hub.looks('leaks-officer', flag)).status).toBe(404);
    await decides('manager', flag, 'review', { reason, until: '2027-03-01' });
    expect(everywhere(warned.uprn, code)).toEqual(shown);
  });

  it('is cleared with the reason, and its whole life can be read', async () => {
    const { etag } = await seen('manager', flag);
    const cleared = await hub.decides('manager', `${flag}/clear`, { reason }, etag);
    expect(cleared.body).toMatchObject({ state: 'cleared', reason: 'decided' });
    expect(everywhere(warned.uprn, code)).toEqual(hidden);
    const late = await hub.decides(
      'housing-officer',
      `${flag}/review`,
      { reason, until: '2027-03-01' },
      etag,
    );
    expect(late).toMatchObject({ status: 412, body: { state: 'cleared' } });
    const { history = [] } = await seen('manager', flag);
    expect(
      history.map(({ after, events }) => [events[0]?.type.split('.')[2], after?.state]).toReversed(),
    ).toEqual([
      ['asserted', 'proposed'],
      ['approved', 'active'],
      ['person-told', 'active'],
      [undefined, 'review-due'],
      ['reviewed', 'active'],
      [undefined, 'review-due'],
      [undefined, 'suspended'],
      ['reviewed', 'active'],
      ['clearance-decided', undefined],
    ]);
  });
});

describe('systems that disagree', () => {
  const flag = flagOf(denied);

  it('leave a conflict that those in charge see and its owner settles, while the flag stands', async () => {
    await raises('housing-officer', denied);
    await decides('enforcement-officer', flag, 'approve', { reason });
    const ended = endOf(alertAbout(denied, 'CV', 'Never ours'), '2026-12-30T09:00:00Z');
    await hub.says('tenancy', { ...ended, dateTime: landlord.hub.now().toISOString() });
    expect((await seen('enforcement-officer', flag)).flag?.conflict?.deniedBy).toEqual(['tenancy']);
    expect((await seen('leaks-officer', flag)).flag).not.toHaveProperty('conflict');
    expect(everywhere(denied.uprn, code)).toEqual(shown);
    await landlord.hub.setTime(new Date(landlord.hub.now().getTime() + 60_000));
    await decides('enforcement-officer', flag, 'review', { reason, until: '2027-06-01' });
    expect((await seen('enforcement-officer', flag)).flag).not.toHaveProperty('conflict');
    expect(everywhere(denied.uprn, code)).toEqual(shown);
  });
});

describe('a flag that ought never to have been raised', () => {
  const wronged: Resident = { person: randomUUID(), name: 'Rita Wronged', uprn: flat(6) };
  const reasons = (system: string, word: string) =>
    hub.received(system).filter(message => message.includes(word)).length;

  it('ends as entered in error, in the history and in every system’s own word', async () => {
    await hub.says('tenancy', ...movesIn(wronged));
    await raises('housing-officer', wronged);
    await decides('enforcement-officer', flagOf(wronged), 'approve', { reason });
    expect(everywhere(wronged.uprn, code)).toEqual(shown);
    const cleared = await decides('manager', flagOf(wronged), 'clear', { reason, enteredInError: true });
    expect(cleared.body).toMatchObject({ state: 'cleared', reason: 'entered-in-error' });
    expect(everywhere(wronged.uprn, code)).toEqual(hidden);
    const { history = [], decisions = [] } = await seen('manager', flagOf(wronged));
    expect(history[0]).toMatchObject({
      reason: 'entered-in-error',
      events: [{ data: { enteredInError: true } }],
    });
    expect(decisions).toContainEqual(expect.objectContaining({ decision: 'cleared', enteredInError: true }));
    const words = { repairs: 'enteredInError', tenancy: 'EnteredInError', leaks: 'Entered in error' };
    for (const [system, word] of Object.entries(words)) expect(reasons(system, word), system).toBe(1);
  });

  it('is said so by the system that entered it', async () => {
    const alert = alertAbout(wronged, 'CV', 'Mistook the door');
    await hub.says('tenancy', { ...alert, dateTime: landlord.hub.now().toISOString() });
    expect(everywhere(wronged.uprn, code)).toEqual(shown);
    await landlord.hub.setTime(new Date(landlord.hub.now().getTime() + 60_000));
    const ended = endOf(alert, landlord.hub.now().toISOString()) as { eventData: { newData: object } };
    const newData = { ...ended.eventData.newData, endReason: 'EnteredInError' };
    await hub.says('tenancy', { ...ended, eventData: { ...ended.eventData, newData } });
    expect(everywhere(wronged.uprn, code)).toEqual(hidden);
    const { history = [] } = await seen('manager', flagOf(wronged));
    expect(history[0]).toMatchObject({ reason: 'entered-in-error' });
    expect(reasons('repairs', 'enteredInError')).toBe(2);
  });
});

describe('a flag about somebody’s needs', () => {
  const agreed: Resident = { person: randomUUID(), name: 'Ada Agreed', uprn: flat(8) };
  const need = 'hearing-support';
  const path = `flags/${need}~person~tenancy.3a${agreed.person}`;
  const agreement = { kind: 'consent', givenOn: '2026-12-01' };

  it('carries the consent and the duty, for those alone who may see why it stands', async () => {
    await hub.says('tenancy', ...movesIn(agreed));
    const body = { code: need, basis: 'Asked for texts.', agreement };
    const asked = await hub.decides('housing-officer', `persons/tenancy:${agreed.person}/flags`, body);
    expect(asked.status).toBe(201);
    const why = await seen('manager', path);
    expect(why.basis).toMatchObject([{ agreement }]);
    expect(why.lawfulBasis).toContain('Equality Act 2010');
    const { body: what } = await hub.looks('repairs-officer', path);
    expect(what).toMatchObject({ flag: { code: need } });
    expect(JSON.stringify(what)).not.toMatch(/consent|Equality/);
    for (const system of ['repairs', 'leaks', 'tenancy'])
      expect(hub.received(system).join('\n'), system).not.toMatch(/"consent"|givenOn/);
    const conduct = { code, basis: 'Threats.', agreement };
    const refused = await hub.decides('housing-officer', `persons/tenancy:${agreed.person}/flags`, conduct);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'agreement' }] } });
  });
});

describe('a household that nobody gets in to', () => {
  const uprn = flat(9);
  const before: Resident = { person: randomUUID(), name: 'Otto Out', uprn, tenure: randomUUID() };
  const after: Resident = { person: randomUUID(), name: 'Nia New', uprn, from: '2027-07-10' };
  const noAccess = () => everywhere(uprn, 'access-missed');
  const row = (day: string, what: string, note = '') =>
    landlord.system('leaks').post({
      contentType: 'text/csv',
      body: sheetOf(`${day},09:00,Larch Ho,9,L-9,${what},,${note}`),
    });

  it('takes that with it: the one that comes next is not warned of, whatever was heard when', async () => {
    await hub.comes('2027-07-03');
    await hub.says('tenancy', ...movesIn(before));
    await row('01/07/2027', 'Leak reported', 'Kitchen');
    await row('02/07/2027', 'No access');
    await hub.rests();
    expect(noAccess()).toEqual(shown);
    await hub.comes('2027-07-12');
    await hub.says('tenancy', ...movesIn(after));
    expect(noAccess(), 'the end of the tenancy before is not heard yet').toEqual(shown);
    await hub.says('tenancy', movesOut(before, '2027-07-09'));
    expect(noAccess()).toEqual(hidden);
    expect((await landlord.officer('manager').property(uprn)).flags.map(one => one.code)).not.toContain(
      'access-missed',
    );
    const attempts = await landlord.officer('manager').timeline(uprn, 'visit');
    expect(attempts.map(({ type }) => type)).toEqual(['housing.visit.access-attempted.v1']);
  });

  it('begins with its own', async () => {
    await row('11/07/2027', 'No access');
    await hub.rests();
    expect(noAccess()).toEqual(shown);
  });
});

it('what officers decided is in the archive once, and a replay of it changes nothing', async () => {
  const officers = () =>
    landlord.hub.archive().filter(event => JSON.stringify(event).includes('urn:lintel:system:officers'));
  const life = async () => [await seen('manager', flagOf(warned)), await seen('manager', flagOf(denied))];
  const [archived, before] = [officers().length, await life()];
  expect(archived).toBe(15);
  const operator = seatOperator(landlord.hub);
  const { code: exit } = await operator.run('replay', '--from', '2024-01-01');
  operator.leave();
  expect(exit).toBe(0);
  await hub.rests();
  expect(await life()).toEqual(before);
  expect(officers()).toHaveLength(archived);
});
