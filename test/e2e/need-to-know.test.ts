import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../functions/core/views/roles.ts';
import { roleSchema } from '../../functions/core/views/roles.ts';
import { readsResponse } from '../../functions/officers/audit/contract.ts';
import { logLines } from '../../functions/shell/log-lines.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { takenWhole } from '../scenarios/system-client.ts';
import { alertAbout, movesIn, noteAbout, type Resident } from './support/household.ts';
import { type Answer, makeRequests, problemJson, publishToken, roleToken } from './support/request.ts';
import { raiseRepair } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;

const warned: Resident = { person: randomUUID(), name: 'Wilma Warned', uprn: flat(4) };
const fled: Resident = { person: randomUUID(), name: 'Fiona Fled', uprn: flat(7) };
const neighbour: Resident = { person: randomUUID(), name: 'Nora Neighbour', uprn: flat(8) };
/** What was written down about people: none of it may leave the record but to those who need to know. */
const secrets = ['THREATENED WITH A HAMMER', 'FLED FROM HER HUSBAND', 'ASKED FOR NEW LOCKS', 'BEATEN AGAIN'];
const [threatened = '', escaped = '', asked = '', beaten = ''] = secrets;

beforeAll(async () => {
  landlord = await hubs.start();
  await landlord.hub.setTime(new Date('2025-06-20T10:00:00Z'));
  const news = [
    ...[warned, fled, neighbour].flatMap(movesIn),
    alertAbout(warned, 'CV', threatened),
    noteAbout(warned, 'Phone call', asked),
    alertAbout(fled, 'DV', escaped),
    noteAbout(fled, 'Safeguarding: domestic abuse', beaten),
  ];
  const body = JSON.stringify(news);
  const posted = await landlord.system('tenancy').post({ contentType: 'application/json', body });
  takenWhole('tenancy', posted);
  const job = raiseRepair('N-1', '00047104', { descriptionOfWork: beaten });
  await landlord.system('repairs').post({ contentType: 'application/json', body: JSON.stringify(job) });
  await landlord.hub.settled();
  await landlord.teams.fetch();
});
afterAll(() => hubs.stop());

async function get(role: Role, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const token = await roleToken(landlord.hub, role);
  return makeRequests(landlord.hub)({ path: `/v1/${path}`, token, headers });
}

/** What data protection finds. */
async function audit(query: string) {
  const { status, body } = await get('data-protection-officer', `audit/${query}`);
  expect(status).toBe(200);
  return readsResponse.parse(body).reads;
}

const subjectOf = (role: Role) => `${role}@landlord.example`;
const looks = ['', '/flags', '/timeline'];

describe('what was written down about people', () => {
  it('is in no message to any system, in no event of the hub’s and in no line of a log', async () => {
    for (const role of roleSchema.options)
      for (const look of looks) await get(role, `properties/${flat(4)}${look}`);
    const { hub, teams } = landlord;
    const messages = [...teams.all, ...teams.unread].flatMap(({ received }) => received);
    const announced = hub.archive().filter(event => JSON.stringify(event).includes('housing.flag.raised.v1'));
    const logged = hub.functionLogs().map(({ line }) => line);
    for (const [where, found] of Object.entries({ messages, announced, logged })) {
      expect(found.length, where).toBeGreaterThan(1);
      for (const secret of [...secrets, warned.name, fled.name]) {
        expect(JSON.stringify(found), `${secret} in ${where}`).not.toContain(secret);
      }
    }
  });

  it('is shown to those who need to know', async () => {
    const { body } = await get('housing-officer', `properties/${flat(4)}/flags`);
    expect(JSON.stringify(body)).toContain(threatened);
    const { body: timeline } = await get('housing-officer', `properties/${flat(4)}/timeline`);
    expect(JSON.stringify(timeline)).toContain(asked);
  });
});

describe('an officer with several roles', () => {
  const path = `/v1/properties/${flat(4)}/flags`;
  async function asBoth(headers: Record<string, string> = {}): Promise<Answer> {
    const claims = { roles: ['repairs-officer', 'housing-officer'], scp: 'lintel/read' };
    const token = await landlord.hub.mintUserToken({ subject: 'both', claims });
    return makeRequests(landlord.hub)({ path, token, headers });
  }

  it('is shown what any of them is, and the audit says in which they read', async () => {
    const both = await asBoth();
    expect(JSON.stringify(both.body)).toContain(threatened);
    expect(both.headers.get('lintel-roles')).toBe('repairs-officer housing-officer');
    expect(await audit('reads?officer=both')).toMatchObject([
      { role: 'repairs-officer housing-officer', details: ['flag-basis'] },
      {},
    ]);
  });

  it('is shown what one of them is, where the request names it', async () => {
    const one = await asBoth({ 'lintel-role': 'repairs-officer' });
    expect(one.body).toEqual((await get('repairs-officer', path.slice('/v1/'.length))).body);
    expect(JSON.stringify(one.body)).not.toContain(threatened);
  });
});

describe('somebody who fled from violence', () => {
  const unaware = roleSchema.options.filter(
    role => !['housing-officer', 'manager', 'contact-centre-agent'].includes(role),
  );

  it.each(unaware)('lives, for a %s, in a home like any other', async role => {
    for (const look of looks) {
      const [hers, other] = [
        await get(role, `properties/${fled.uprn}${look}`),
        await get(role, `properties/${neighbour.uprn}${look}`),
      ];
      expect(hers.status).toBe(200);
      expect(likeAnyOther(hers.body)).toEqual(likeAnyOther(other.body));
    }
  });

  it('is not found by searching, nor marked in any system but on her record in the tenancy team’s', async () => {
    const { body } = await get(
      'repairs-officer',
      `properties?address=${encodeURIComponent('Flat 7, Larch House')}`,
    );
    expect(JSON.stringify(body)).not.toMatch(/safe|flag|domestic/i);
    for (const { system, received } of [...landlord.teams.all, ...landlord.teams.unread]) {
      const marks = received.filter(
        message => message.includes(fled.person) || message.includes('safe-contact'),
      );
      expect(marks.length > 0, system).toBe(system === 'tenancy');
      for (const mark of marks) expect(mark, 'where she lives').not.toContain(fled.uprn);
    }
  });

  it('is known to those who protect them', async () => {
    const { body } = await get('housing-officer', `properties/${fled.uprn}/flags`);
    expect(body).toMatchObject({ flags: [{ code: 'safe-contact', basis: [{ basis: escaped }] }] });
  });

  /** A home without what must differ from one to the next: who and where it is, and how much happened there. */
  function likeAnyOther(body: unknown): unknown {
    const { uprn, address, references, floor, stack, feeds, signals, ...home } = body as Record<
      string,
      unknown
    >;
    const text = JSON.stringify(home);
    const same = [fled, neighbour].reduce(
      (all, one) => all.replaceAll(one.person, '#').replaceAll(one.name, '#'),
      text,
    );
    return JSON.parse(
      same
        .replaceAll(/"(id|tenancyReference|heardAt|entry|asOf)":"[^"]+"/g, '"$1":"#"')
        .replaceAll(/"lateByDays":\d+/g, '"lateByDays":0'),
    );
  }
});

describe('a read that shows something of somebody', () => {
  it('is found by whom it showed, by what was asked about and by who asked, with what it was for', async () => {
    const headers = { 'lintel-purpose': 'Visit on Monday' };
    await get('complaints-officer', `properties/${flat(4)}`, headers);
    const shown = {
      ...{ officer: subjectOf('complaints-officer'), role: 'complaints-officer', purpose: 'Visit on Monday' },
      ...{ endpoint: 'GET /v1/properties/{uprn}', details: ['name'] },
    };
    const person = `person/tenancy:${warned.person}`;
    const [byPerson] = await audit(`reads?subject=${person}`);
    expect(byPerson).toMatchObject({ ...shown, about: person });
    const [byHome] = await audit(
      `reads?subject=property/${flat(4)}&officer=${subjectOf('complaints-officer')}`,
    );
    expect(byHome).toMatchObject({ ...shown, about: `property/${flat(4)}`, readId: byPerson?.readId });
    const byOfficer = await audit(`reads?officer=${subjectOf('complaints-officer')}`);
    expect(byOfficer.map(({ readId }) => readId)).toContain(byPerson?.readId);
    expect(await audit(`reads?subject=${person}&until=2025-01-01`)).toEqual([]);
  });

  it('is written down each time; one that shows nothing personal is not', async () => {
    const count = async (role: Role) =>
      (await audit(`reads?subject=property/${flat(5)}&officer=${subjectOf(role)}&limit=200`)).length;
    for (const _time of [1, 2]) await get('manager', `properties/${flat(5)}`);
    expect(await count('manager')).toBe(0);
    const before = (await audit(`reads?officer=${subjectOf('surveyor')}`)).length;
    for (const look of looks) await get('surveyor', `properties/${flat(4)}${look}`);
    expect(await audit(`reads?officer=${subjectOf('surveyor')}`)).toHaveLength(before);
  });

  it('comes page by page', async () => {
    for (const _time of [1, 2, 3]) await get('manager', `properties/${flat(8)}`);
    const { body } = await get('data-protection-officer', `audit/reads?subject=property/${flat(8)}&limit=2`);
    const { reads, next } = readsResponse.parse(body);
    const [rest] = await audit(`reads?subject=property/${flat(8)}&limit=2&cursor=${next}`);
    expect(reads).toHaveLength(2);
    expect(reads.map(({ readId }) => readId)).not.toContain(rest?.readId);
  });

  it('is asked about by data protection alone, and that is written down too', async () => {
    for (const role of roleSchema.options.filter(one => one !== 'data-protection-officer')) {
      const refused = await get(role, `audit/reads?subject=property/${flat(4)}`);
      expect(refused).toMatchObject({ status: 403, contentType: problemJson });
    }
    await audit(`reads?subject=property/${flat(9)}`);
    expect(await audit(`reads?subject=property/${flat(9)}`)).toMatchObject([
      { officer: subjectOf('data-protection-officer'), details: ['read-audit'] },
    ]);
  });

  it('needs to be asked about properly (400, 404)', async () => {
    const ask = (query: string) => get('data-protection-officer', `audit/${query}`);
    expect(await ask('reads')).toMatchObject({ status: 400, contentType: problemJson });
    expect(await ask('reads?subject=somebody')).toMatchObject({ status: 400, contentType: problemJson });
    expect(await ask('break-glass?cursor=nonsense')).toMatchObject({ status: 400, contentType: problemJson });
    expect(await ask('writes')).toMatchObject({ status: 404, contentType: problemJson });
  });
});

describe('break-glass access', () => {
  const reason = 'Shouting heard next door, operative inside';

  it('shows an officer everything for one read, and data protection that it did', async () => {
    const path = `properties/${fled.uprn}/flags`;
    const before = await get('repairs-officer', path);
    const through = await get('repairs-officer', path, { 'break-glass': reason });
    const after = await get('repairs-officer', path);
    expect(before).toMatchObject({ status: 200, body: { flags: [] } });
    expect(through).toMatchObject({
      status: 200,
      body: { flags: [{ code: 'safe-contact', basis: [{ basis: escaped }] }] },
    });
    expect(through.headers.get('break-glass')).toBe('recorded');
    expect(after.body).toEqual(before.body);
    expect(await audit('break-glass')).toMatchObject([
      {
        ...{ officer: subjectOf('repairs-officer'), role: 'repairs-officer', brokeGlass: reason },
        ...{
          about: `property/${fled.uprn}`,
          details: ['flag-basis'],
          endpoint: 'GET /v1/properties/{uprn}/flags',
        },
      },
    ]);
    const [ofHer] = await audit(`reads?subject=person/tenancy:${fled.person}`);
    expect(ofHer).toMatchObject({ brokeGlass: reason, details: ['flag-basis'] });
  });

  it('is in the log, in the line that the alarm reads, without the reason or the home', () => {
    const { code } = logLines.breakGlassUsed;
    const lines = landlord.hub.functionLogs().filter(({ line }) => line.includes(`"code":"${code}"`));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]?.line ?? '')).toMatchObject({
      code,
      role: 'repairs-officer',
    });
    expect(lines[0]?.line).not.toMatch(new RegExp(`${fled.uprn}|Shouting`));
  });

  it('needs a reason, and a person who reads: no system has a glass to break', async () => {
    const path = `properties/${fled.uprn}/flags`;
    const short = await get('repairs-officer', path, { 'break-glass': 'urgent' });
    expect(short).toMatchObject({ status: 400, body: { errors: [{ path: 'break-glass' }] } });
    const token = await publishToken(landlord.hub, 'repairs');
    const machine = await makeRequests(landlord.hub)({
      ...{ path: `/v1/${path}`, token, headers: { 'break-glass': reason } },
    });
    expect(machine.status).toBe(403);
    expect(await audit('break-glass')).toHaveLength(1);
  });
});
