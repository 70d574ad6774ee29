import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { requestOf } from '../scenarios/story.ts';
import { takenWhole } from '../scenarios/system-client.ts';
import { itemsIn } from './support/hub-contents.ts';
import { type Operator, seatOperator } from './support/operator.ts';
import { makeRequests, roleToken } from './support/request.ts';
import { raiseRepair } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const home = '200000471107';
const hubs = makeTestHubs();
let landlord: HubWithTeams;
let operator: Operator;

beforeAll(async () => {
  landlord = await hubs.start({ byTheClock: true });
  operator = seatOperator(landlord.hub);
});
afterAll(async () => {
  operator.leave();
  await hubs.stop();
});

async function raise(reference: string): Promise<void> {
  const request = requestOf({ kind: 'json', items: [raiseRepair(reference, '00047107')] });
  takenWhole('repairs', await landlord.system('repairs').post(request));
  await landlord.hub.settled();
}

/** The timeline of the home, page by page, as an officer is shown it. */
async function timeline(limit: number): Promise<string[]> {
  const token = await roleToken(landlord.hub, 'repairs-officer');
  const shown: string[] = [];
  let cursor = '';
  do {
    const query = `limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const answer = await makeRequests(landlord.hub)({
      path: `/v1/properties/${home}/timeline?${query}`,
      token,
    });
    expect(answer.status).toBe(200);
    const { entries, next = '' } = answer.body as { entries: { id: string }[]; next?: string };
    shown.push(...entries.map(({ id }) => id));
    cursor = next;
  } while (cursor !== '');
  return shown;
}

/** What each of some roles reads of the home, byte for byte, and what the audit has of that. */
async function readings(): Promise<{ shown: string[]; audited: number }> {
  const shown = await Promise.all(
    (['repairs-officer', 'contact-centre-agent', 'manager'] as const).map(async role => {
      const path = `/v1/properties/${home}/timeline?limit=50`;
      const { status, body } = await makeRequests(landlord.hub)({
        path,
        token: await roleToken(landlord.hub, role),
      });
      return `${status} ${JSON.stringify(body)}`;
    }),
  );
  return { shown, audited: (await itemsIn(landlord.hub, 'AuditTableName')).size };
}

/** The events of homes that are still rows. */
async function rows(): Promise<number> {
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(landlord.hub.awsConfig('dynamodb')));
  const { Items = [] } = await table.send(
    new ScanCommand({ TableName: landlord.hub.outputs['RecordsTableName'], ConsistentRead: true }),
  );
  return Items.filter(({ pk, sk }) => pk.startsWith('PROPERTY#') && sk.startsWith('EVENT#')).length;
}

it('events of years ago leave the table at night, and are told, shown and folded as before', async () => {
  for (const reference of ['MOVE-1', 'MOVE-2', 'MOVE-3']) await raise(reference);
  const before = await timeline(2);
  expect(before.length).toBeGreaterThanOrEqual(3);
  expect(await rows()).toBeGreaterThanOrEqual(3);
  const unread = (await itemsIn(landlord.hub, 'AuditTableName')).size;
  const read = await readings();

  await landlord.hub.setTime(new Date('2031-01-02T02:30:00Z'));
  await landlord.hub.settled();
  expect(await rows()).toBe(0);
  for (const limit of [1, 2, 50]) expect(await timeline(limit)).toEqual(before);

  // Who may know what, and what is written down of it, is as it was.
  const earlier = (await itemsIn(landlord.hub, 'AuditTableName')).size;
  const again = await readings();
  expect(again.shown).toEqual(read.shown);
  expect(again.audited - earlier).toBe(read.audited - unread);
  expect(read.audited).toBeGreaterThan(unread);
  expect(new Set(read.shown).size).toBeGreaterThan(1);

  expect((await operator.run('show', home, 'MOVED')).text).toMatch(/"periods": \[\n\s+"20\d\d"/);
  const { text } = await operator.run('show', home, 'EVENT#');
  for (const id of before) expect(text).toContain(id);
  expect(await operator.run('rebuild', home)).toMatchObject({
    code: 0,
    text: expect.stringContaining('1 the same byte for byte'),
  });

  // The same again is known, and what comes late is told beside what has left.
  await raise('MOVE-2');
  expect(await timeline(2)).toEqual(before);
  await raise('MOVE-4');
  const after = await timeline(1);
  expect(after).toHaveLength(before.length + 1);
  expect(new Set(after).isSupersetOf(new Set(before))).toBe(true);
});
