import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { Role } from '../../functions/core/views/roles.ts';
import { driftResponse, flagSetResponse, resendResponse } from '../../functions/delivery/drift/contract.ts';
import { logLines } from '../../functions/shell/log-lines.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import type { TeamSystem } from '../scenarios/team-systems/team-systems.ts';
import { type Operator, seatOperator } from './support/operator.ts';
import { makeRequests, publishToken, roleToken } from './support/request.ts';
import { sheetOf } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

type Drift = z.output<typeof driftResponse>['systems'][number];
type FlagSetAnswer = z.output<typeof flagSetResponse>;

const hubs = makeTestHubs();
let landlord: HubWithTeams;
let operator: Operator;
let repairs: TeamSystem;

beforeAll(async () => {
  landlord = await hubs.start();
  operator = seatOperator(landlord.hub);
  repairs = teamOf('repairs');
});
afterAll(async () => {
  operator.leave();
  await hubs.stop();
});

function teamOf(system: string): TeamSystem {
  const team = landlord.teams.all.find(one => one.system === system);
  if (team === undefined) throw new Error(`No system is called ${system}`);
  return team;
}

/** Nothing is left to do at this time, and the systems that fetch have done so. */
async function at(time: string): Promise<void> {
  await landlord.hub.setTime(new Date(`2025-06-${time}:00Z`));
  await landlord.hub.settled({ allowDeadLetters: true });
  await landlord.teams.fetch();
}

async function leaksSay(...rows: string[]): Promise<void> {
  await leaksSayUnfetched(...rows);
  await landlord.teams.fetch();
}

async function leaksSayUnfetched(...rows: string[]): Promise<void> {
  const body = sheetOf(...rows.map(row => `02/06/2025,${row},,`));
  const posted = await landlord.system('leaks').post({ contentType: 'text/csv', body });
  expect(posted.status).toBe(202);
  await landlord.hub.settled({ allowDeadLetters: true });
}

async function request(path: string, role: Role, method: 'GET' | 'POST' = 'GET') {
  return makeRequests(landlord.hub)({ method, path, token: await roleToken(landlord.hub, role) });
}

async function driftOf(system: string): Promise<Drift> {
  const answer = await request(`/v1/flags/drift?system=${system}`, 'manager');
  const [drift] = driftResponse.parse(answer.body).systems;
  if (drift === undefined) throw new Error(`There is no drift of ${system}`);
  return drift;
}

/** A system says everything that it holds, and what it shows besides. */
async function says(team: TeamSystem, own: readonly object[] = []): Promise<FlagSetAnswer> {
  const answer = await makeRequests(landlord.hub)({
    ...{ method: 'PUT', path: `/v1/systems/${team.system}/flags`, contentType: 'application/json' },
    token: await publishToken(landlord.hub, team.system),
    body: JSON.stringify({ flags: team.set(), own }),
  });
  expect(answer).toMatchObject({ status: 200 });
  return flagSetResponse.parse(answer.body);
}

/** Does what the hub answered to a whole set. */
function apply(team: TeamSystem, { raise, update, remove }: FlagSetAnswer): void {
  for (const { message } of [...raise, ...update]) team.take(JSON.stringify(message));
  for (const entry of remove) if ('id' in entry) team.lose(entry.id);
}

const zero = { missing: 0, stale: 0, extra: 0, differences: [] };
const id = (flat: number) => `active-leak~property~2000004711${String(flat).padStart(2, '0')}`;
const others = () => landlord.teams.all.filter(({ system }) => system !== 'repairs');
let setsOfOthers: unknown;

describe('a system that was down for days', () => {
  it('has taken everything before', async () => {
    await at('02T08:00');
    await leaksSay(...[1, 2, 3, 4, 5, 6].map(flat => `08:30,Larch Ho,${flat},L-${flat},Leak reported`));
    expect(repairs.set()).toHaveLength(6);
    expect(await driftOf('repairs')).toMatchObject({ owed: 6, ...zero });
  });

  it('lacks what was said since; what waited for five days lies among the dead letters', async () => {
    repairs.setDown(true);
    await at('02T09:00');
    await leaksSay('09:30,Larch Ho,1,L-1,Resolved', '09:40,Larch Ho,7,L-7,Leak reported');
    await at('07T12:00');
    expect(await landlord.hub.deadLetters()).not.toEqual([]);
    await leaksSay('21:50,Larch Ho,8,L-8,Leak reported', '21:55,Larch Ho,9,L-9,Leak reported');
    await at('08T09:00');
    const drift = await driftOf('repairs');
    expect(drift).toMatchObject({ owed: 8, missing: 3, extra: 1, stale: 0 });
    expect(drift.differences.map(({ kind, id: flag }) => `${kind} ${flag}`).toSorted()).toEqual([
      `extra ${id(1)}`,
      ...[7, 8, 9].map(flat => `missing ${id(flat)}`),
    ]);
    expect(drift.oldest).toMatch(/^2025-06-02T09:/);
  });

  it('is measured by the clock, for the alarm to look at', async () => {
    await landlord.hub.invoke('DriftMeasureFunction', {});
    const measured = landlord.hub
      .functionLogs()
      .filter(({ functionName }) => functionName.includes('Drift'))
      .map(({ line }) => JSON.parse(line))
      .findLast(({ code, system }) => code === logLines.driftMeasured.code && system === 'repairs');
    expect(measured).toMatchObject({ missing: 3, stale: 0, extra: 1, hoursWrong: 1 });
    expect(measured.oldestSeconds).toBeGreaterThan(5 * 24 * 60 * 60);
  });

  it('and lost half of its set and invented three says so, and the drift is what it says', async () => {
    setsOfOthers = others().map(({ system, set, received }) => [system, set(), received.length]);
    for (const flat of [2, 3, 4]) repairs.lose(id(flat));
    const invented = { version: 1, active: true, own: '?', instruction: '?', homes: ['200000471101'] };
    repairs.invent({ ...invented, reference: 'asbestos~property~200000471101' });
    repairs.invent({ ...invented, reference: 'OLD-17' });
    const own = [{ localReference: 'Beware of the dog', code: 'DOG' }];
    const answer = await says(repairs, own);
    expect(answer).toMatchObject({ same: 2, counts: { raise: 6, update: 0, remove: 4 }, complete: true });
    expect(await says(repairs, own)).toEqual(answer);
    expect(await driftOf('repairs')).toMatchObject({ owed: 8, missing: 6, stale: 0, extra: 4 });
  });

  it('is brought to what it is owed when it is back, and nobody has to ask for it', async () => {
    repairs.setDown(false);
    for (const time of ['09:20', '09:35', '10:05']) {
      await at(`08T${time}`);
      await landlord.hub.invoke('DriftMeasureFunction', {});
    }
    await landlord.hub.settled({ allowDeadLetters: true });
    expect(await driftOf('repairs')).toMatchObject({ owed: 8, missing: 0, stale: 0, extra: 2 });
    const held = repairs.received.length;
    await landlord.hub.invoke('DriftMeasureFunction', {});
    await landlord.hub.settled({ allowDeadLetters: true });
    expect(repairs.received.length).toBe(held);
  });

  it('is told once more by its usual way, when management or an operator asks for it', async () => {
    for (const flat of [2, 3]) repairs.lose(id(flat));
    await says(repairs);
    expect((await request('/v1/systems/repairs/resend', 'repairs-officer', 'POST')).status).toBe(403);
    repairs.setDown(true);
    const asked = await request('/v1/systems/repairs/resend', 'manager', 'POST');
    expect(asked.status).toBe(202);
    expect(resendResponse.parse(asked.body)).toMatchObject({ raise: 2, update: 0, complete: true });
    const again = await operator.run('resend', 'repairs');
    expect(again.text).toMatch(/^repairs: 2 that it lacks, 0 that it has too old, /);
    repairs.setDown(false);
    for (const time of ['10:45', '11:10']) await at(`08T${time}`);
    expect(await driftOf('repairs')).toMatchObject({ owed: 8, missing: 0, stale: 0 });
  });

  it('ends at zero when it takes away what nobody owes it and says so', async () => {
    apply(repairs, await says(repairs));
    expect(await says(repairs)).toMatchObject({ same: 8, counts: { raise: 0, update: 0, remove: 0 } });
    expect(await driftOf('repairs')).toMatchObject({ owed: 8, ...zero });
    expect(
      repairs
        .set()
        .map(flag => flag.id)
        .toSorted(),
    ).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map(id).toSorted());
    expect((await operator.run('resend', 'repairs')).text).toMatch(/^repairs: 0 .* 0 .* 0 to be cleared/);
  });

  it('concerned nobody else: their sets are what they were, and what they are owed', async () => {
    await landlord.teams.fetch();
    expect(others().map(({ system, set, received }) => [system, set(), received.length])).toEqual(
      setsOfOthers,
    );
    for (const team of others()) {
      expect(await says(team), team.system).toMatchObject({ counts: { raise: 0, update: 0, remove: 0 } });
      expect(await driftOf(team.system)).toMatchObject(zero);
    }
  });
});

describe('the drift', () => {
  it('is for management, data protection and the team whose system it is', async () => {
    const seen = async (role: Role) => {
      const { status, body } = await request('/v1/flags/drift', role);
      return status === 200 ? driftResponse.parse(body).systems.map(({ system }) => system) : status;
    };
    expect(await seen('data-protection-officer')).toEqual(await seen('manager'));
    expect(await seen('repairs-officer')).toEqual(['repairs']);
    expect(await seen('surveyor')).toBe(403);
  });

  it('comes in pages, the longest first', async () => {
    await leaksSayUnfetched(...[2, 3, 4].map(flat => `12:00,Larch Ho,${flat},L-${flat},Resolved`));
    const page = async (cursor = '') => {
      const { body } = await request(`/v1/flags/drift?system=tenancy&limit=2${cursor}`, 'manager');
      return driftResponse.parse(body).systems[0];
    };
    const first = await page();
    const second = await page(`&cursor=${first?.next}`);
    const all = [...(first?.differences ?? []), ...(second?.differences ?? [])];
    expect(all).toHaveLength(first?.extra ?? 0);
    expect(all.length).toBeGreaterThan(2);
    expect(all.map(({ since }) => since)).toEqual(all.map(({ since }) => since).toSorted());
    expect(second?.next).toBeUndefined();
  });

  it('of another system is nobody’s to say', async () => {
    const answer = await makeRequests(landlord.hub)({
      ...{ method: 'PUT', path: '/v1/systems/repairs/flags', contentType: 'application/json' },
      token: await publishToken(landlord.hub, 'leaks'),
      body: '{"flags":[]}',
    });
    expect(answer.status).toBe(403);
  });
});
