import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systems } from '../../functions/adapters/connected.ts';
import type { Role } from '../../functions/core/views/roles.ts';
import { logLines } from '../../functions/shell/log-lines.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { makeRequests, problemJson, publishToken, roleToken } from './support/request.ts';
import { raiseRepair } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;

beforeAll(async () => {
  landlord = await hubs.start();
});
afterAll(() => hubs.stop());

async function post(system: string, body: unknown) {
  const answer = await makeRequests(landlord.hub)({
    method: 'POST',
    path: `/v1/systems/${system}/events`,
    token: await publishToken(landlord.hub, system),
    contentType: 'application/json',
    body: JSON.stringify(body),
  });
  await landlord.hub.settled();
  return answer.body as { quarantined: { id: string; reason: string }[]; accepted: unknown[] };
}

interface Kept {
  id: string;
  receivedAt: string;
  resolutions: unknown[];
}

const kept = (role: Role) => landlord.officer(role).quarantine();
const repairsOf = (number: number) => landlord.officer('manager').timeline(flat(number), 'repair');
const jobsOf = async (number: number) =>
  (await repairsOf(number)).map(({ type, data }) => `${type} ${data['workOrderReference']}`).sort();

async function as(
  role: Role,
  request: { method?: 'GET' | 'POST'; path: string; body?: unknown; key?: string },
) {
  const { method = 'GET', path, body, key } = request;
  const token = await roleToken(landlord.hub, role);
  const answer = await makeRequests(landlord.hub)({
    method,
    path,
    token,
    ...(body !== undefined && { contentType: 'application/json', body: JSON.stringify(body) }),
    ...(key !== undefined && { idempotencyKey: key }),
  });
  await landlord.hub.settled();
  return answer;
}

const resolve = (role: Role, id: string, body: unknown, key: string) =>
  as(role, { method: 'POST', path: `/v1/quarantine/${id}/resolve`, body, key });

const complaint = (entryId: string, address: string, caseReference = entryId) => ({
  entryId,
  event: 'received',
  caseReference,
  recordedAt: '2025-07-21T11:20:00+01:00',
  address,
  detail: 'Water came through the ceiling again.',
});

function completed(messageId: string, workOrder: string, home: string) {
  return {
    messageType: 'WorkOrderComplete',
    messageId,
    workOrderReference: { id: workOrder },
    sitePropertyUnit: [{ reference: [{ id: home }] }],
    jobStatusUpdates: [{ typeCode: 0, otherType: 'complete', eventTime: '2025-06-09T16:00:00+01:00' }],
  };
}

describe('a home that a system calls by a key that nobody knows', () => {
  const unknown = '00098765';
  let ids: string[];

  it('is kept, each of three times, for the team whose system it is and for no other', async () => {
    const answers = [];
    for (const id of ['Q-1', 'Q-2', 'Q-3']) answers.push(await post('repairs', raiseRepair(id, unknown)));
    ids = answers.map(({ quarantined: [one] }) => one?.id ?? '');
    for (const role of ['repairs-officer', 'manager', 'data-protection-officer'] as const) {
      const items = await kept(role);
      expect(items.map(({ id }) => id).sort(), role).toEqual(ids.toSorted());
      expect(items[0]).toMatchObject({ system: 'repairs', reason: 'unmatched', key: `home ${unknown}` });
    }
    expect(await kept('complaints-officer')).toEqual([]);
    expect(await as('complaints-officer', { path: `/v1/quarantine/${ids[0]}` })).toMatchObject({
      status: 404,
    });
    expect(await as('surveyor', { path: '/v1/quarantine' })).toMatchObject({ status: 403 });
  });

  it('is announced on the bus, without what it is', () => {
    const announced = landlord.hub
      .archive()
      .filter(event => event['detail-type'] === 'housing.event.quarantined.v1')
      .map(({ detail }) => detail as { data: Record<string, unknown> });
    expect(announced.map(({ data }) => data['quarantineId']).sort()).toEqual(ids.toSorted());
    expect(announced[0]?.data).toMatchObject({ system: 'repairs', eventType: 'housing.repair.raised.v1' });
    expect(JSON.stringify(announced)).not.toContain('ceiling');
  });

  it('is shown with what was sent, to be judged by', async () => {
    const { body } = await as('repairs-officer', { path: `/v1/quarantine/${ids[1]}` });
    expect(body).toMatchObject({ state: 'waiting', payload: raiseRepair('Q-2', unknown) });
  });

  it.each([
    ['without an Idempotency-Key', { uprn: flat(6) }, undefined, 400],
    ['with neither a home nor a payload', {}, 'a', 400],
    ['with both', { uprn: flat(6), payload: {} }, 'a', 400],
    ['with a home that does not exist', { uprn: '999' }, 'a', 422],
  ])('is not resolved %s', async (_what, body, key, status) => {
    const path = `/v1/quarantine/${ids[0]}/resolve`;
    const answer = await as('repairs-officer', { method: 'POST', path, body, ...(key && { key }) });
    expect(answer).toMatchObject({ status, contentType: problemJson });
  });

  it('is resolved once; the job stands at the home, and the two others that waited follow by themselves', async () => {
    const answer = await resolve('repairs-officer', ids[1] ?? '', { uprn: flat(6) }, 'first');
    expect(answer).toMatchObject({
      status: 202,
      body: {
        resolution: {
          uprn: flat(6),
          by: { officer: 'repairs-officer@landlord.example', role: 'repairs-officer' },
        },
      },
    });
    expect(await jobsOf(6)).toEqual(['Q-1', 'Q-2', 'Q-3'].map(id => `housing.repair.raised.v1 R-${id}`));
    expect(await kept('repairs-officer')).toEqual([]);
    const { status, body } = answer;
    const again = await resolve('repairs-officer', ids[1] ?? '', { uprn: flat(6) }, 'first');
    expect({ status: again.status, body: again.body }).toEqual({ status, body });
    expect(await resolve('manager', ids[1] ?? '', { uprn: flat(7) }, 'second')).toMatchObject({
      status: 409,
      contentType: problemJson,
    });
  });

  it('was heard when it first came, and is known from then on', async () => {
    expect((await post('repairs', raiseRepair('Q-4', unknown))).quarantined).toEqual([]);
    expect(await jobsOf(6)).toHaveLength(4);
    const { body } = await as('repairs-officer', { path: `/v1/quarantine?state=resubmitted&limit=2` });
    const { items, next } = body as { items: Kept[]; next: string };
    const rest = await as('repairs-officer', {
      path: `/v1/quarantine?state=resubmitted&limit=2&cursor=${next}`,
    });
    const all = [...items, ...(rest.body as { items: typeof items }).items];
    expect(all.map(({ id }) => id).sort()).toEqual(ids.toSorted());
    expect(all.map(({ resolutions }) => resolutions.length)).toEqual([1, 1, 1]);
    const heard = (await repairsOf(6)).map(({ heardAt }) => heardAt);
    expect(heard).toEqual(expect.arrayContaining(all.map(({ receivedAt }) => receivedAt)));
  });
});

describe('an address that does not say enough', () => {
  it('is kept with the homes that it may mean, and means the chosen one from then on', async () => {
    const [first] = (await post('complaints', complaint('CE-1', 'Flat 40, Larch House, Linden Road')))
      .quarantined;
    const [item] = await kept('complaints-officer');
    expect(item).toMatchObject({ id: first?.id, reason: first?.reason });
    expect(item?.candidates?.length).toBeGreaterThan(0);
    expect(item?.candidates?.[0]).toMatchObject({ score: expect.any(Number), reasons: expect.any(Array) });
    await resolve('complaints-officer', first?.id ?? '', { uprn: flat(4) }, 'x');
    const again = await post('complaints', complaint('CE-2', 'FLAT 40 LARCH HSE, LINDEN RD'));
    expect(again.quarantined).toEqual([]);
    const complaints = await landlord.officer('manager').timeline(flat(4), 'complaint');
    expect(complaints.map(({ data }) => data['complaintReference']).sort()).toEqual(['CE-1', 'CE-2']);
  });
});

describe('an entry that is wrong', () => {
  it('is resolved by a corrected payload; one that is still wrong goes back to its place with the new reason', async () => {
    const wrong = { ...raiseRepair('W-1', '00047108'), priority: { priorityCode: 99 } };
    const body = JSON.stringify(wrong);
    await landlord.hub.invoke('RepairsInboundReceiveFunction', {
      Records: [{ messageId: 'm', body, messageAttributes: {} }],
    });
    await landlord.hub.settled();
    const [item] = await kept('repairs-officer');
    expect(item).toMatchObject({ reason: 'invalid', problems: [{ path: '/priority/priorityCode' }] });
    const id = item?.id ?? '';
    await resolve('repairs-officer', id, { payload: { ...wrong, priority: { priorityCode: 98 } } }, 'one');
    expect(await kept('repairs-officer')).toMatchObject([
      { id, state: 'waiting', problems: [{ received: '98' }], resolutions: [{ corrected: true }] },
    ]);
    await resolve('repairs-officer', id, { payload: raiseRepair('W-1', '00047108') }, 'two');
    expect(await kept('repairs-officer')).toEqual([]);
    expect(await jobsOf(8)).toEqual(['housing.repair.raised.v1 R-W-1']);
  });
});

describe('what has not happened yet', () => {
  it('waits, and is taken with its date put right, or unchanged once its day has come', async () => {
    const { hub } = landlord;
    const tomorrow = new Date(hub.now().getTime() + 86_400_000).toISOString();
    const early = (reference: string) => ({ ...raiseRepair(reference, '00047112'), dateRaised: tomorrow });
    for (const reference of ['E-1', 'E-2']) await post('repairs', early(reference));
    const waiting = await kept('repairs-officer');
    expect(waiting).toMatchObject([{ reason: 'invalid' }, { reason: 'invalid' }]);
    expect(waiting.flatMap(({ problems }) => problems)).toMatchObject([
      { message: expect.stringMatching(/^This has not happened yet/), received: tomorrow },
      { received: tomorrow },
    ]);
    expect(await jobsOf(12)).toEqual([]);
    const [first, second] = waiting;
    await resolve(
      'repairs-officer',
      first?.id ?? '',
      { payload: raiseRepair('E-1', '00047112') },
      'corrected',
    );
    expect(await jobsOf(12)).toEqual(['housing.repair.raised.v1 R-E-1']);
    await hub.setTime(new Date(Date.parse(tomorrow) + 60_000));
    await resolve('repairs-officer', second?.id ?? '', { payload: early('E-2') }, 'its day');
    expect(await kept('repairs-officer')).toEqual([]);
    expect(await jobsOf(12)).toEqual(['housing.repair.raised.v1 R-E-1', 'housing.repair.raised.v1 R-E-2']);
  });
});

describe('a job that is closed and was never raised', () => {
  it('waits; when it is raised after all, both stand in the timeline', async () => {
    await post('repairs', completed('C-1', 'R-N-1', '00047109'));
    expect(await kept('repairs-officer')).toMatchObject([
      { reason: 'never-raised', eventType: 'housing.repair.completed.v1', problems: [{ received: 'R-N-1' }] },
    ]);
    expect(await jobsOf(9)).toEqual([]);
    await post('repairs', raiseRepair('N-1', '00047109'));
    expect(await kept('repairs-officer')).toEqual([]);
    expect(await jobsOf(9)).toEqual(['housing.repair.completed.v1 R-N-1', 'housing.repair.raised.v1 R-N-1']);
    const { openCases } = await landlord.officer('manager').property(flat(9));
    expect(openCases).toEqual([]);
  });

  it('is not for anybody to place: it waits for the job and not for a home', async () => {
    await post('repairs', completed('C-2', 'R-N-2', '00047109'));
    const [item] = await kept('repairs-officer');
    const answer = await resolve('repairs-officer', item?.id ?? '', { uprn: flat(9) }, 'x');
    expect(answer).toMatchObject({ status: 422, contentType: problemJson });
  });
});

describe('what says something else under a known id', () => {
  const said = (descriptionOfWork: string) => raiseRepair('AM-1', '00047110', { descriptionOfWork });
  const shown = async (id: string) => {
    const { body } = await as('repairs-officer', { path: `/v1/quarantine/${id}` });
    return body as { payload: object; firstHeard: object; differs: string[] };
  };
  const amended = async () =>
    (await kept('manager')).flatMap(({ reason, id }) => (reason === 'amended' ? [id] : []));

  it('is shown beside what was first heard; that one given back settles it, and changes nothing', async () => {
    for (const part of ['ceiling', 'wall']) await post('repairs', said(`Water through the ${part}`));
    const [id = ''] = await amended();
    const { firstHeard, differs } = await shown(id);
    expect(differs).toEqual(['data.description.text']);
    expect(JSON.stringify(firstHeard)).toContain('through the ceiling');
    await resolve('repairs-officer', id, { payload: firstHeard }, 'as first heard');
    expect(await amended()).toEqual([]);
    expect(await jobsOf(10)).toHaveLength(1);
  });

  it('is taken as it is shown, or corrected: it stands in the place of the first, and does not come back', async () => {
    await post('repairs', said('Water through the floor'));
    const [id = ''] = await amended();
    const ofSystem = { payload: said('Water through the floor') };
    expect(await resolve('repairs-officer', id, ofSystem, 'own format')).toMatchObject({ status: 422 });
    const { payload } = await shown(id);
    const corrected = JSON.parse(JSON.stringify(payload).replace('the floor', 'the floor of the bathroom'));
    await resolve('repairs-officer', id, { payload: corrected }, 'corrected');
    expect(await amended()).toEqual([]);
    const entries = await repairsOf(10);
    expect(entries.map(({ correctedBy }) => correctedBy !== undefined).sort()).toEqual([false, true]);
    expect((await landlord.officer('manager').property(flat(10))).openCases).toHaveLength(1);
    await post('repairs', said('Water through the floor'));
    expect(await amended()).toEqual([]);
  });
});

it('is counted for each system, in the line that the metrics read', async () => {
  await landlord.hub.invoke('QuarantineFollowFunction', { source: 'aws.events' });
  const lines = landlord.hub.functionLogs().map(({ line }) => line);
  const counted = `"code":"${logLines.quarantineBacklog.code}"`;
  const counts = lines.filter(line => line.includes(counted)).map(line => JSON.parse(line));
  expect(counts.map(({ system, depth }) => `${system} ${depth}`).sort()).toEqual([
    ...[...systems, 'unknown'].map(system => `${system} ${system === 'repairs' ? 1 : 0}`).sort(),
  ]);
  expect(counts.find(({ system }) => system === 'repairs')).toMatchObject({
    oldestSeconds: expect.any(Number),
  });
});
