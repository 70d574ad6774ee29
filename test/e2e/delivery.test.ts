import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptsResponse } from '../../functions/delivery/receipts/contract.ts';
import { problemSchema } from '../../functions/shell/http/problem-schema.ts';
import { type LogLine, logLines } from '../../functions/shell/log-lines.ts';
import { readRepairs } from '../scenarios/team-systems/native/repairs.ts';
import { type DeliveryHub, type PushAnswer, startDeliveryHub } from './support/delivery-hub.ts';
import { seatOperator } from './support/operator.ts';
import { makeRequests, problemJson, publishToken } from './support/request.ts';
import { sheetOf } from './support/samples.ts';

const flats = [1, 2, 3, 4, 5, 6];
let landlord: DeliveryHub;
let table: DynamoDBDocumentClient;

beforeAll(async () => {
  landlord = await startDeliveryHub();
  table = DynamoDBDocumentClient.from(new DynamoDBClient(landlord.hub.awsConfig('dynamodb')));
});
afterAll(async () => {
  table.destroy();
  await landlord.stop();
});

const down: PushAnswer = { status: 503 };
const back: PushAnswer = { status: 204 };

/** Sets the hub's time on the day of the story, and waits until nothing is left to do by then. */
async function at(time: string, day = '2025-06-02'): Promise<void> {
  await landlord.hub.setTime(new Date(`${day}T${time}:00Z`));
  await landlord.hub.settled({ allowDeadLetters: true });
}

async function leaksSay(...rows: string[]): Promise<void> {
  const { hub } = landlord;
  const answer = await makeRequests(hub)({
    ...{ method: 'POST', path: '/v1/systems/leaks/events', contentType: 'text/csv' },
    token: await publishToken(hub, 'leaks'),
    body: sheetOf(...rows),
  });
  expect(answer.status).toBe(202);
  await hub.settled({ allowDeadLetters: true });
}

/** What a system was told, by its own rows of the deliveries table. */
async function rowsOf(system: string) {
  const query = {
    TableName: landlord.hub.outputs['DeliveriesTableName'],
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': `SYSTEM#${system}` },
  };
  const rows: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateQuery({ client: table }, query)) rows.push(...Items);
  return {
    circuit: rows.find(({ sk }) => sk === 'CIRCUIT')?.['circuit'],
    flags: rows.filter(({ sk }) => sk !== 'CIRCUIT'),
  };
}

/** What the receiver took, in the order in which it took it. */
function taken() {
  return landlord.receiver.pushes
    .filter(({ status }) => status === 204)
    .flatMap(({ body }) => readRepairs(JSON.parse(body)));
}

/** Why messages are among the dead letters of the repairs system; others have no address, and theirs get there too. */
async function deadLetters() {
  const letters = await landlord.hub.deadLetters();
  return letters
    .filter(({ queue }) => queue.includes('RepairsOutbound'))
    .map(({ attributes }) => attributes['reason']?.StringValue);
}

/** The lines of that kind of the repairs system’s `deliver`; the alarms are made of three of them. */
function said({ code }: LogLine): Record<string, unknown>[] {
  return landlord.hub
    .functionLogs()
    .filter(({ functionName, line }) => functionName.includes('Repairs') && line.includes(`"code":"${code}"`))
    .map(({ line }) => JSON.parse(line));
}

describe('a system that is down, then busy, then back', () => {
  it('is left alone after five failures: everything waits, nothing is given up', async () => {
    await at('08:00');
    landlord.receiver.answers(() => down);
    await leaksSay(
      ...flats.map(flat => `02/06/2025,08:30,Larch Ho,${flat},L-${flat},Leak reported,,Kitchen`),
    );
    const { circuit, flags } = await rowsOf('repairs');
    expect(circuit).toMatchObject({ state: 'open', probes: 0 });
    expect(flags.filter(row => row['version'] !== undefined)).toEqual([]);
    expect(landlord.receiver.pushes.length).toBeLessThan(2 * flats.length);
    expect(said(logLines.circuitOpened)).not.toEqual([]);
    for (const line of said(logLines.deliveryRetriedLater))
      expect(line['waitedSeconds']).toBeTypeOf('number');
    expect(await deadLetters()).toEqual([]);
  });

  it('holds up no other system', async () => {
    const { flags } = await rowsOf('tenancy');
    expect(flags).toHaveLength(flats.length);
    for (const row of flags) expect(row).toMatchObject({ state: 'in-force', sentAt: expect.anything() });
  });

  it('is asked by one probe at a time, and waits for as long as it asks', async () => {
    const before = landlord.receiver.pushes.length;
    await leaksSay('02/06/2025,09:00,Larch Ho,1,L-1,Resolved,,');
    expect(landlord.receiver.pushes.length).toBe(before);
    landlord.receiver.answers(() => ({ status: 429, headers: { 'retry-after': '600' } }));
    await at('08:30');
    expect(landlord.receiver.pushes.length).toBe(before + 1);
    expect((await rowsOf('repairs')).circuit).toMatchObject({
      state: 'open',
      probes: 1,
      until: expect.stringMatching(/^2025-06-02T08:40:/),
    });
    landlord.receiver.answers(() => back);
    await at('08:39');
    expect(landlord.receiver.pushes.length).toBe(before + 1);
  });

  it('hears everything once when it is back, each version in order', async () => {
    await at('08:45');
    await at('09:00');
    await at('09:20');
    const { circuit, flags } = await rowsOf('repairs');
    expect(circuit).toEqual({ state: 'closed', failures: 0 });
    expect(said(logLines.circuitClosed)).toHaveLength(1);
    expect(flags).toHaveLength(flats.length);
    for (const row of flags) expect(row['acknowledgedVersion']).toBe(row['version']);
    const heard = taken().map(({ reference, version }) => `${reference} ${version}`);
    expect(heard).toEqual([...new Set(heard)]);
    for (const [, told] of Map.groupBy(taken(), ({ reference }) => reference)) {
      const versions = told.map(({ version }) => version);
      expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    }
    const latest = flags.map(({ sk, version }) => `${String(sk).slice('FLAG#'.length)} ${version}`);
    expect(heard).toEqual(expect.arrayContaining(latest));
    const active = taken().findLast(({ reference }) => reference === 'active-leak~property~200000471101');
    expect(active?.active).toBe(false);
    expect(await deadLetters()).toEqual([]);
  });
});

describe('what a system does not take', () => {
  it('when it refuses it for good goes to the dead letters with the reason, and operators put it back', async () => {
    landlord.receiver.answers(() => ({ status: 422 }));
    await leaksSay('02/06/2025,10:00,Larch Ho,7,L-7,Leak reported,,Hall');
    expect(await deadLetters()).toEqual(['answered 422']);
    const operator = seatOperator(landlord.hub);
    const listed = await operator.run('dead-letters');
    expect(listed.text).toMatch(
      /^repairs-outbound: 1 message.*\n {2}housing\.flag\.raised\.v1 \S+ of property\/200000471107\n.*dead-lettered: answered 422; it first came 2025-06-02T09:2\d:.*deliver-repairs logged: Message moved to dead-letter queue \(answered 422\)/,
    );
    landlord.receiver.answers(() => back);
    expect((await operator.run('redrive', 'repairs-outbound')).text).toBe('repairs-outbound: 1 put back\n');
    await landlord.hub.settled();
    operator.leave();
    expect(taken().at(-1)).toMatchObject({ active: true, homes: ['200000471107'] });
  });

  it('because of the state that it is in, it is sent when that has passed', async () => {
    const before = taken().length;
    for (const [index, status] of [403, 404, 302, 409].entries()) {
      const answers = [status, 204];
      landlord.receiver.answers(() => ({ status: answers.shift() ?? 204 }));
      await leaksSay(`02/06/2025,10:0${index},Larch Ho,${index + 9},L-${index + 9},Leak reported,,Hall`);
      await at(`10:${10 + 5 * index}`);
      expect(await deadLetters()).toEqual([]);
    }
    await at('10:45');
    expect(taken().slice(before)).toMatchObject(
      ['09', '10', '11', '12'].map(flat => ({ active: true, homes: [`2000004711${flat}`] })),
    );
  });

  it('for five days goes there too, after it was tried to the end', async () => {
    landlord.receiver.answers(() => down);
    await leaksSay('02/06/2025,10:50,Larch Ho,8,L-8,Leak reported,,Hall');
    await at('10:00', '2025-06-07');
    expect(await deadLetters()).toEqual([]);
    await at('11:45', '2025-06-07');
    expect(await deadLetters()).toEqual([
      expect.stringMatching(/^not delivered within 5 days: (answered 503|out of reach since 2025-06-02T10:)/),
    ]);
    landlord.receiver.answers(() => back);
    const operator = seatOperator(landlord.hub);
    expect((await operator.run('redrive', 'repairs-outbound')).code).toBe(0);
    operator.leave();
    await at('12:30', '2025-06-07');
    await at('13:00', '2025-06-07');
    expect(taken().at(-1)).toMatchObject({ active: true, homes: ['200000471108'] });
    expect(await deadLetters()).toEqual([]);
  });
});

describe('a system that fetches', () => {
  it('acknowledges by receipts what it has taken over, and nothing else', async () => {
    const { hub } = landlord;
    const inbox = new SQSClient(hub.awsConfig('sqs'));
    const QueueUrl = hub.outputs['TenancyInboxQueueUrl'];
    const { Messages = [] } = await inbox.send(new ReceiveMessageCommand({ QueueUrl }));
    inbox.destroy();
    const { alertId: flagId, version } = JSON.parse(Messages[0]?.Body ?? '{}').eventData.newData;
    const post = async (receipts: object[], system = 'tenancy') =>
      makeRequests(hub)({
        ...{ method: 'POST', path: '/v1/systems/tenancy/receipts', contentType: 'application/json' },
        token: await publishToken(hub, system),
        body: JSON.stringify({ receipts }),
      });
    const unacknowledged = (await rowsOf('tenancy')).flags.find(({ sk }) => sk === `FLAG#${flagId}`);
    expect(unacknowledged).not.toHaveProperty('acknowledgedVersion');
    const sent = Number(unacknowledged?.['version']);
    const answer = await post([
      { flagId, version: sent },
      { flagId, version: sent + 1 },
    ]);
    expect(receiptsResponse.parse(answer.body).receipts.map(({ result }) => result)).toEqual([
      'acknowledged',
      'unknown',
    ]);
    expect(version).toBeLessThanOrEqual(sent);
    const row = (await rowsOf('tenancy')).flags.find(({ sk }) => sk === `FLAG#${flagId}`);
    expect(row).toMatchObject({ version: sent, acknowledgedVersion: sent });
    expect(receiptsResponse.parse((await post([{ flagId, version: sent }])).body).receipts).toEqual([
      { flagId, version: sent, result: 'acknowledged' },
    ]);
    expect((await post([{ flagId, version: sent }], 'leaks')).status).toBe(403);
    const wrong = await post([{ flagId: 'no id', version: 1 }]);
    expect(wrong).toMatchObject({ status: 422, contentType: problemJson });
    expect(problemSchema.parse(wrong.body).errors).toMatchObject([{ path: '/receipts/0/flagId' }]);
  });
});
