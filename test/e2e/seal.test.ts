import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { makeRequests, roleToken } from './support/request.ts';
import { makeTestHubs } from './support/test-hub.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;
beforeAll(async () => {
  landlord = await hubs.start({ byTheClock: true });
});
afterAll(() => hubs.stop());

/** What the function logged of the nights until now. */
const logged = () =>
  landlord.hub
    .functionLogs()
    .map(({ line }) => line)
    .filter(line => /"code":"audit-(sealed|differs)"/.test(line))
    .map(line => JSON.parse(line) as Record<string, unknown>);

/** The time at which the clock has the audit sealed. */
const night = (day: string) => landlord.hub.setTime(new Date(`2025-08-${day}T02:30:00Z`));

it('each night the day that is over is sealed, and a row that was put over another is shown', async () => {
  const { hub } = landlord;
  await hub.setTime(new Date('2025-08-01T10:00:00Z'));
  const token = await roleToken(hub, 'data-protection-officer');
  await makeRequests(hub)({ path: '/v1/audit/break-glass', token });
  // Setting the time back had the night before sealed.
  const before = logged().length;
  await night('02');
  expect(logged().slice(before)).toEqual([
    expect.objectContaining({ code: 'audit-sealed', rows: expect.any(Number), compared: 1 }),
  ]);
  expect(Number(logged().at(-1)?.['rows'])).toBeGreaterThan(0);
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(hub.awsConfig('dynamodb')));
  const TableName = hub.outputs['AuditTableName'];
  const { Items: [row] = [] } = await table.send(new ScanCommand({ TableName }));
  await night('03');
  await table.send(new PutCommand({ TableName, Item: { ...row, officer: 'somebody else' } }));
  await night('04');
  expect(logged().slice(before + 1)).toEqual([
    expect.objectContaining({ code: 'audit-sealed', sealed: 1, compared: 2 }),
    expect.objectContaining({ code: 'audit-differs', day: '2025-08-01', seal: 'kept', changed: 1 }),
    expect.objectContaining({ code: 'audit-sealed', sealed: 1, compared: 3 }),
  ]);
});
