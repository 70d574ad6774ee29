import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { type Dealings, makeDealings } from './support/dealings.ts';
import { alertAbout, endOf, movesIn, noteAbout, type Resident } from './support/household.ts';
import { itemsIn } from './support/hub-contents.ts';
import { type Operator, seatOperator } from './support/operator.ts';
import { makeRequests, publishToken, roleToken } from './support/request.ts';
import { raiseRepair } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const ada: Resident = { person: 'p-ada', name: 'Ada Wetherby', uprn: flat(4), tenure: 'tenure-4' };
const remark = 'Keeps a parrot that bites';
const news = [...movesIn(ada), noteAbout(ada, 'Phone call', remark)];
const alert = alertAbout(ada, 'CV', 'Threw a kettle at the gas engineer');
const job = raiseRepair('ERASE-1', '00047104', {
  descriptionOfWork: 'Water through the ceiling, her cot is wet',
});
const lost = {
  ...{ entryId: 'C-9', event: 'received', caseReference: 'C-9', recordedAt: '2025-07-21T11:20:00+01:00' },
  ...{ address: 'the flat with the red door', detail: 'Mrs Ada Wetherby has moved her bed' },
};

const hubs = makeTestHubs();
let landlord: HubWithTeams;
let dealings: Dealings;
let operator: Operator;
let folder: string;

beforeAll(async () => {
  landlord = await hubs.start();
  dealings = makeDealings(landlord);
  operator = seatOperator(landlord.hub);
  folder = await mkdtemp(path.join(tmpdir(), 'lintel-erasure-'));
  await dealings.comes('2025-08-01');
  await dealings.says('tenancy', ...news, alert);
  await dealings.says('repairs', job);
  const token = await publishToken(landlord.hub, 'complaints');
  const sent = { method: 'POST' as const, contentType: 'application/json', body: JSON.stringify([lost]) };
  await makeRequests(landlord.hub)({ ...sent, path: '/v1/systems/complaints/events', token });
  await dealings.rests();
});
afterAll(async () => {
  operator.leave();
  await rm(folder, { recursive: true });
  await hubs.stop();
});

async function read(what: string): Promise<string> {
  const token = await roleToken(landlord.hub, 'manager');
  return JSON.stringify((await makeRequests(landlord.hub)({ path: `/v1/${what}`, token })).body);
}

/** Everything that the hub keeps, by where it is: tables in clear, as its own code reads them, and the archive. */
async function kept(): Promise<Map<string, string>> {
  const tables = ['Records', 'Directory', 'Deliveries', 'Files', 'Audit'];
  const contents = tables.map(async table => {
    const items = await itemsIn(landlord.hub, `${table}TableName`);
    return [table, JSON.stringify([...items])] as const;
  });
  return new Map([...(await Promise.all(contents)), ['archive', JSON.stringify(landlord.hub.archive())]]);
}
const words = ['Wetherby', 'parrot', 'kettle', 'cot is wet'];
const erase = (...more: string[]) => operator.run('erase', 'tenancy:p-ada', '--reason', 'SAR 12', ...more);

it('what is said of people is read by those who may, and stands nowhere in clear', async () => {
  expect(await read(`properties/${flat(4)}`)).toContain('Wetherby');
  expect(await read(`properties/${flat(4)}/timeline`)).toContain('cot is wet');
  expect(await read('persons/tenancy:p-ada/timeline')).toContain('parrot');
  expect(await read('flags/do-not-visit-alone~person~tenancy.3ap-ada')).toContain('kettle');
  for (const [where, text] of await kept()) for (const word of words) expect(text, where).not.toContain(word);
});

it('is known when it is said again', async () => {
  const before = await itemsIn(landlord.hub, 'RecordsTableName');
  await dealings.says('tenancy', ...news);
  await dealings.rests();
  expect((await itemsIn(landlord.hub, 'RecordsTableName')).size).toBe(before.size);
  expect(await landlord.officer('manager').quarantine()).toHaveLength(1);
});

it('a text that poses as an encrypted one is refused, whoever sends it', async () => {
  const [stolen] = /encrypted:v1:[^"]+person\/tenancy:p-ada/.exec((await kept()).get('Records') ?? '') ?? [];
  expect(stolen).toBeDefined();
  const token = await publishToken(landlord.hub, 'repairs');
  const post = { method: 'POST' as const, contentType: 'application/json' };
  const forged = raiseRepair('ERASE-2', '00047104', { descriptionOfWork: stolen });
  const sent = await makeRequests(landlord.hub)({
    ...post,
    ...{ path: '/v1/systems/repairs/events', token, body: JSON.stringify([forged]) },
  });
  expect(sent).toMatchObject({ status: 422, body: { detail: expect.any(String) } });
  expect(JSON.stringify(sent.body)).toContain('No text may begin with');
  const raised = await makeRequests(landlord.hub)({
    ...post,
    path: `/v1/properties/${flat(4)}/flags`,
    ...{ token: await roleToken(landlord.hub, 'manager'), idempotencyKey: 'forged' },
    body: JSON.stringify({ code: 'asbestos', basis: stolen }),
  });
  expect(raised).toMatchObject({ status: 400, body: { title: 'An encrypted text' } });
});

it('subject access has all that there is of one person, in clear, in a file for its owner alone', async () => {
  const file = path.join(folder, 'ada.json');
  const { code, text } = await operator.run('subject-access', 'tenancy:p-ada', file);
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('Look through it') });
  const written = readFileSync(file, 'utf8');
  for (const word of ['Wetherby', 'parrot', 'kettle', 'moved her bed', 'GET /v1/persons/{ref}/timeline'])
    expect(written).toContain(word);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await operator.run('subject-access', 'tenancy:p-ada', file)).code).not.toBe(0);
});

it('nothing is erased as long as the law keeps it, and the reasons are said', async () => {
  const { code, text } = await erase('--destroy');
  expect({ code, text }).toMatchObject({ code: 1, text: expect.stringContaining('Nothing was erased') });
  expect(text).toMatch(/Kept by law: do-not-visit-alone on person\/tenancy:p-ada since .*Health and Safety/);
  expect(await read('persons/tenancy:p-ada/timeline')).toContain('parrot');
});

it('it is shown first, and erased when that is asked for, in quarantine too: what happened to the home stays', async () => {
  await dealings.says('tenancy', endOf(alert));
  await dealings.rests();
  const shown = await erase();
  expect(shown).toMatchObject({ code: 0, text: expect.stringContaining('Nothing was erased yet') });
  expect(shown.text).toContain('In quarantine as complaints sent it');
  expect(await read('persons/tenancy:p-ada/timeline')).toContain('parrot');
  const done = await erase('--destroy');
  expect(done).toMatchObject({
    code: 0,
    text: expect.stringContaining('Key destroyed: person/tenancy:p-ada'),
  });
  expect((await itemsIn(landlord.hub, 'QuarantineTableName')).size).toBe(0);
  const timeline = await read('persons/tenancy:p-ada/timeline');
  expect(timeline).toContain('[erased]');
  for (const word of words.slice(0, 3)) expect(timeline).not.toContain(word);
  expect(await read(`properties/${flat(4)}`)).not.toContain('Wetherby');
  expect(await read(`properties/${flat(4)}/timeline`)).toContain('cot is wet');
});

it('what was said of the home and named nobody goes by its year', async () => {
  const words = ['erase', flat(4), '--year', '2025', '--reason', 'SAR 12', '--destroy'];
  expect(await operator.run(...words)).toMatchObject({ code: 0 });
  const timeline = await read(`properties/${flat(4)}/timeline`);
  expect(timeline).toContain('[erased]');
  expect(timeline).not.toContain('cot is wet');
  expect(timeline).toContain('R-ERASE-1');
});

it('what its system says again does not come back, what it says anew is kept, and a rebuild changes nothing', async () => {
  await dealings.says('tenancy', ...news);
  await dealings.says('tenancy', noteAbout(ada, 'Phone call', 'Asks for a ramp'));
  await dealings.rests();
  const timeline = await read('persons/tenancy:p-ada/timeline');
  expect(timeline).not.toContain('parrot');
  expect(timeline).toContain('Asks for a ramp');
  expect(await landlord.officer('manager').quarantine()).toEqual([]);
  const rebuilt = await operator.run('rebuild', 'tenancy:p-ada');
  expect(rebuilt).toMatchObject({ code: 0 });
});
