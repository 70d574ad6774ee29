import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../functions/core/views/roles.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { claimChanged } from '../support/claim-messages.ts';
import { type Dealings, makeDealings } from './support/dealings.ts';
import { alertAbout, householdChanges, movesIn, type Resident } from './support/household.ts';
import { importRows } from './support/import-rows.ts';
import { makeRequests, publishToken, roleToken } from './support/request.ts';
import { raiseRepair } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';
import { mergedHome } from './who-is-meant/merged-home.ts';
import { oneMan } from './who-is-meant/one-man.ts';
import { wrongHome } from './who-is-meant/wrong-home.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;
let dealings: Dealings;

beforeAll(async () => {
  landlord = await hubs.start();
  dealings = makeDealings(landlord);
  await dealings.comes('2025-08-01');
});
afterAll(() => hubs.stop());

async function post(system: string, body: unknown) {
  const answer = await makeRequests(landlord.hub)({
    ...{ method: 'POST', path: `/v1/systems/${system}/events`, contentType: 'application/json' },
    ...{ token: await publishToken(landlord.hub, system), body: JSON.stringify(body) },
  });
  await landlord.hub.settled();
  return answer.body as { quarantined: { id: string; reason: string }[]; accepted: unknown[] };
}

const kept = (role: Role) => landlord.officer(role).quarantine();

async function as(role: Role, path: string, body?: unknown, idempotencyKey = 'once') {
  const token = await roleToken(landlord.hub, role);
  const said = body !== undefined && {
    method: 'POST' as const,
    contentType: 'application/json',
    idempotencyKey,
  };
  const answer = await makeRequests(landlord.hub)({
    ...{ path: `/v1/${path}`, token, ...said },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  await landlord.hub.settled();
  return answer;
}

const resolve = (role: Role, id: string, body: unknown, key: string) =>
  as(role, `quarantine/${id}/resolve`, body, key);

const complaint = (entryId: string, address: string) => ({
  ...{ entryId, event: 'received', caseReference: entryId, recordedAt: '2025-07-21T11:20:00+01:00' },
  ...{ address, detail: 'Water came through the ceiling again.' },
});

describe('a person whom a system knows by a number of its own', () => {
  const household: Resident[] = [
    { person: 'p-adam', name: 'Adam Albright', uprn: flat(3), tenure: 'tenure-3' },
    { person: 'p-bea', name: 'Bea Albright', uprn: flat(3), tenure: 'tenure-3' },
  ];
  const [adam, bea] = household as [Resident, Resident];
  const code = 'do-not-visit-alone';
  const unasked = { alert: '20-10', code: 'hearing-support' };
  const key = 'person repairs:CUST-77';
  const customer = { reference: [{ id: 'CUST-77', allocatedBy: 'repairs' }] };
  const job = (id: string, alerts: string[], by = customer) =>
    raiseRepair(id, '00047103', { customer: by, personAlert: alerts.map(type => ({ type })) });
  const shownOn = async (which = code) =>
    (await landlord.officer('manager').property(flat(3))).flags
      .filter(flag => flag.code === which)
      .map(({ on, unconfirmed }) => `${on}${unconfirmed ? ', to be confirmed' : ''}`);
  const atHome = `property/${flat(3)}, to be confirmed`;
  const inEverySystem = async () => {
    await dealings.rests();
    return ['repairs', 'tenancy', 'leaks', 'complaints', 'disrepair'].map(system =>
      dealings.shownIn(system, flat(3)).filter(shown => shown === code),
    );
  };
  let ids: string[];
  beforeAll(async () => {
    await dealings.says(
      'tenancy',
      ...movesIn(adam),
      householdChanges('Added', bea, adam, '2025-06-03T10:00:00Z'),
    );
  });

  it('is warned of at the home of the job at once, in every system, and the job is taken', async () => {
    const answers = [await post('repairs', job('K-1', ['10'])), await post('repairs', job('K-2', ['10']))];
    ids = answers.map(({ quarantined: [one] }) => one?.id ?? '');
    expect(answers.map(({ accepted }) => accepted.length)).toEqual([1, 1]);
    expect(await shownOn()).toEqual([atHome]);
    expect(await inEverySystem()).toEqual([[code], [code], [code], [code], [code]]);
    expect(await landlord.officer('manager').timeline(flat(3), 'repair')).toHaveLength(2);
  });

  it('is asked about, with the household as those who may be meant', async () => {
    const { body } = await as('manager', `quarantine/${ids[0]}`);
    expect(body).toMatchObject({
      ...{ state: 'waiting', key, soughtAt: flat(3) },
      residents: [{ person: 'tenancy:p-adam', name: adam.name }, { person: 'tenancy:p-bea' }],
    });
    for (const wrong of [{ person: 'tenancy:p-nobody' }, { uprn: flat(3) }, { person: 'p-bea' }]) {
      const answer = await resolve('manager', ids[0] ?? '', wrong, 'wrong');
      expect([400, 422], JSON.stringify(wrong)).toContain(answer.status);
    }
  });

  it('is who was chosen, once: what came before and what comes after is about them', async () => {
    await resolve('repairs-officer', ids[0] ?? '', { person: 'tenancy:p-bea' }, 'bea');
    expect(await kept('repairs-officer')).toEqual([]);
    expect(await shownOn()).toEqual(['person/tenancy:p-bea']);
    // Of one thing it was never asked who is meant. It is typed in its own way, too.
    const typed = { reference: [{ id: 'cust-77', allocatedBy: 'repairs' }] };
    expect((await post('repairs', job('K-3', ['10', unasked.alert], typed))).quarantined).toEqual([]);
    expect([await shownOn(), await shownOn(unasked.code)]).toEqual(Array(2).fill(['person/tenancy:p-bea']));
    expect(await inEverySystem()).toEqual([[code], [code], [code], [code], [code]]);
    expect(await landlord.officer('manager').timeline(flat(3), 'repair')).toHaveLength(3);
  });

  it('is listed with who said so; forgotten, it is asked about again, and can be somebody else', async () => {
    const { body } = await as('repairs-officer', 'cross-references?system=repairs');
    const { references } = body as { references: { key: string }[] };
    expect(references.find(one => one.key === key)).toMatchObject({
      ...{ system: 'repairs', person: 'tenancy:p-bea', because: ids[0] },
      taughtBy: { officer: 'repairs-officer@landlord.example', role: 'repairs-officer' },
    });
    const path = 'cross-references/forget';
    const forget = { system: 'repairs', key };
    expect(await as('leaks-officer', path, forget)).toMatchObject({
      status: 403,
    });
    const forgotten = await as('repairs-officer', path, forget);
    expect(forgotten).toMatchObject({ status: 200, body: { askedAgain: 2 } });
    const asked = (await kept('repairs-officer')).filter(item => item.key === key);
    // What came without a question is asked about beside the two that came with one, and warned of meanwhile.
    expect(asked).toHaveLength(4);
    expect(asked.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect([await shownOn(), await shownOn(unasked.code)]).toEqual(Array(2).fill([atHome]));
    await resolve('repairs-officer', ids[1] ?? '', { person: 'tenancy:p-adam' }, 'adam');
    expect([await shownOn(), await shownOn(unasked.code)]).toEqual(Array(2).fill(['person/tenancy:p-adam']));
    expect((await kept('repairs-officer')).filter(item => item.key === key)).toEqual([]);
    expect(await as('manager', path, { system: 'repairs', key: 'x' })).toMatchObject({
      status: 404,
    });
  });
});

it('nobody’s alert marks nobody: it waits, and is that of whoever was meant', async () => {
  const nil = '00000000-0000-0000-0000-000000000000';
  const tenants: Resident[] = [10, 11].map(number => ({ person: nil, name: 'No Body', uprn: flat(number) }));
  const [one, other] = tenants as [Resident, Resident];
  for (const tenant of tenants) await dealings.says('tenancy', movesIn(tenant)[1] ?? {});
  const { quarantined } = await post('tenancy', alertAbout(one, 'CV', 'Threatened somebody'));
  const flagsOf = async (uprn: string) => (await landlord.officer('manager').property(uprn)).flags;
  expect([await flagsOf(one.uprn), await flagsOf(other.uprn)]).toEqual([[], []]);
  const id = quarantined[0]?.id ?? '';
  const [waiting] = await kept('housing-officer');
  expect(waiting).toMatchObject({ id, problems: [{ message: expect.stringContaining('names nobody') }] });
  expect((await landlord.officer('manager').property(one.uprn)).household).toEqual([]);
  await resolve('housing-officer', id, { person: 'tenancy:p-adam' }, 'him');
  expect(await kept('housing-officer')).toEqual([]);
});

it('a claim whose message was cut for size is kept, says which row to fetch, and is whose that row says', async () => {
  const OperationCreatedOn = '/Date(1753200000000)/';
  const { InputParameters: _, ...cut } = { ...claimChanged({}), OperationCreatedOn };
  const row = '0f0b7c1e-51c2-5b0c-9d6a-6a6f3b1c2d3e';
  const { quarantined, accepted } = await post('disrepair', { ...cut, PrimaryEntityId: row });
  expect({ quarantined, accepted }).toMatchObject({ quarantined: [{ reason: 'invalid' }], accepted: [] });
  const [waiting] = await kept('disrepair-officer');
  expect(waiting?.problems).toMatchObject([
    {
      message: expect.stringContaining('was cut for size'),
      expected: expect.stringContaining(`hc_disrepairclaims(${row})`),
      received: row,
    },
  ]);
  const responded = { hc_stage: { Value: 417_620_001 }, hc_liability: { Value: 417_620_000 } };
  const payload = { ...claimChanged({ hc_uprn: flat(12), ...responded }), OperationCreatedOn };
  const sent = await resolve('disrepair-officer', quarantined[0]?.id ?? '', { payload }, 'as it is');
  expect(sent.status).toBeLessThan(300);
  expect(await kept('disrepair-officer')).toEqual([]);
  expect(await landlord.officer('manager').timeline(flat(12), 'disrepair')).toMatchObject([
    { type: 'housing.disrepair.claim-responded.v1' },
  ]);
});

describe('one man whom two records of the register name', () => oneMan(() => ({ landlord, dealings })));

const ofComplaints = () => ({
  ...{ landlord, dealings, post },
  as: (path: string, body?: object, key?: string) => as('complaints-officer', path, body, key),
});
describe('a text that was learnt for the wrong home', () => wrongHome(ofComplaints));
describe('a text that was learnt for a home of before', () => mergedHome(ofComplaints));

describe('a text that may be two homes’', () => {
  const [mill, elm] = ['200000471301', '200000471302'];
  const at = async (uprn: string) =>
    (await landlord.officer('manager').timeline(uprn, 'complaint')).map(
      ({ data }) => data['complaintReference'],
    );

  it('is asked about each time: what is said of one is never learnt for the other', async () => {
    await importRows(landlord.hub, [
      'uprn,address,postcode',
      `${mill},"2 Rowan Court, Mill Lane, London",SE15 4QA`,
      `${elm},"2 Rowan Ct, Elm Road, London",SE15 4QB`,
    ]);
    const [first] = (await post('complaints', complaint('RC-1', '2 Rowan Court'))).quarantined;
    expect(first?.reason).toBe('ambiguous');
    await resolve('complaints-officer', first?.id ?? '', { uprn: mill }, 'mill');
    expect([await at(mill), await at(elm)]).toEqual([['RC-1'], []]);
    const [second] = (await post('complaints', complaint('RC-2', '2 Rowan Ct'))).quarantined;
    expect(second?.reason).toBe('ambiguous');
    await resolve('complaints-officer', second?.id ?? '', { uprn: elm }, 'elm');
    expect([await at(mill), await at(elm)]).toEqual([['RC-1'], ['RC-2']]);
    const { body } = await as('complaints-officer', 'cross-references?system=complaints');
    expect(JSON.stringify(body)).not.toContain('ROWAN');
  });
});
