import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, StartReplayCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { larchHouse } from '../scenarios/larch-house/larch-house.ts';
import { play } from '../scenarios/play.ts';
import { requestOf } from '../scenarios/story.ts';
import { takenWhole } from '../scenarios/system-client.ts';
import { anyOwnEvent } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { everyAnswer } from './support/answers.ts';
import { announcedOfFlags, itemsIn, publish } from './support/hub-contents.ts';
import { type Operator, seatOperator } from './support/operator.ts';
import { makeRequests, roleToken } from './support/request.ts';
import { raiseRepair } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const damagedHome = '200000471107';
const hubs = makeTestHubs();
let landlord: HubWithTeams;
let operator: Operator;
let table: DynamoDBDocumentClient;
let bus: EventBridgeClient;

beforeAll(async () => {
  landlord = await hubs.start();
  const { hub } = landlord;
  operator = seatOperator(hub);
  table = DynamoDBDocumentClient.from(new DynamoDBClient(hub.awsConfig('dynamodb')));
  bus = new EventBridgeClient(hub.awsConfig('eventbridge'));
  await play(landlord, { news: larchHouse.news, expectations: [] });
  await publish(hub, fc.sample(anyOwnEvent, { seed: 4, numRuns: runs(100) }));
  await hub.settled();
  await landlord.teams.fetch();
});
afterAll(async () => {
  operator.leave();
  await hubs.stop();
});

const itemsOf = (output: string) => itemsIn(landlord.hub, output);

/** What the teams' systems were sent, and what the hub announced. */
async function told() {
  await landlord.hub.settled({ allowDeadLetters: true });
  await landlord.teams.fetch();
  return {
    received: landlord.teams.all.map(({ system, received }) => [system, received.length]),
    ...announcedOfFlags(landlord.hub),
    receipts: await itemsOf('DeliveriesTableName'),
  };
}

describe('the audit', () => {
  it('is sealed day by day; a row that an administrator puts over another is shown', async () => {
    const token = await roleToken(landlord.hub, 'data-protection-officer');
    await makeRequests(landlord.hub)({ path: '/v1/audit/break-glass', token });
    expect(await operator.run('audit-verify', 'seals')).toMatchObject({ code: 0 });
    const [row] = [...(await itemsOf('AuditTableName')).values()];
    const Item = { ...row, officer: 'somebody else' };
    await table.send(new PutCommand({ TableName: landlord.hub.outputs['AuditTableName'], Item }));
    const { code, text } = await operator.run('audit-verify', 'seals');
    expect({ code, text }).toMatchObject({
      code: 1,
      text: expect.stringContaining(`changed: ${row?.['sk']}`),
    });
  });
});

describe('when nothing is wrong', () => {
  it('finds every dead-letter queue, and all of them empty', async () => {
    const { code, text } = await operator.run('dead-letters');
    expect(text).toMatch(/^(\d\d) of \1 dead-letter queues are empty\n$/);
    expect(code).toBe(0);
    expect(await operator.run('redrive')).toEqual({ code: 0, text: '' });
  });

  it.each([['from the timeline'], ['from the archive', '--from', 'archive']])(
    'rebuilds every record %s: the same byte for byte, and nobody is told anything',
    async (_, ...from) => {
      const before = { told: await told(), records: await itemsOf('RecordsTableName') };
      const { code, text } = await operator.run('rebuild', '--all', ...from);
      expect(text).toMatch(
        /(\d+) records folded from \d{3,} events: \1 the same byte for byte, 0 swapped, 0 diff/,
      );
      expect(code).toBe(0);
      const after = { told: await told(), records: await itemsOf('RecordsTableName') };
      const live = [...after.records].filter(([key]) => !key.includes('SHADOW#'));
      expect(new Map(live)).toEqual(before.records);
      expect(after.told).toEqual(before.told);
    },
  );

  it('replays the archive to the records, which know it all, and tells nobody anything', async () => {
    const before = {
      answers: await everyAnswer(landlord),
      told: await told(),
      records: await itemsOf('RecordsTableName'),
    };
    const { code, text } = await operator.run('replay', '--from', '2024-01-01');
    expect(text).toMatch(/COMPLETED\nThe records have dealt with all of it\n$/);
    expect(code).toBe(0);
    const after = {
      answers: await everyAnswer(landlord),
      told: await told(),
      records: await itemsOf('RecordsTableName'),
    };
    expect(withoutShadows(after)).toEqual(withoutShadows(before));
  });

  it('tells nobody anything even when somebody replays to every rule there is', async () => {
    const before = await told();
    const { outputs } = landlord.hub;
    const replay = {
      ReplayName: 'by-hand',
      EventSourceArn: outputs['ArchiveArn'],
      EventStartTime: new Date('2026-01-01'),
      EventEndTime: new Date('2100-01-01'),
      Destination: { Arn: outputs['BusArn'] },
    };
    await bus.send(new StartReplayCommand(replay));
    expect(await told()).toEqual(before);
  });
});

function withoutShadows<T extends { records: Map<string, unknown> }>({ records, ...rest }: T) {
  return { ...rest, records: new Map([...records].filter(([key]) => !key.includes('SHADOW#'))) };
}

describe('a record that is damaged', () => {
  const records = () => landlord.hub.outputs['RecordsTableName'];
  const key = { pk: `PROPERTY#${damagedHome}`, sk: 'RECORD' };
  let intact: Record<string, unknown> | undefined;

  it('stops what is said about that home, and nothing else', async () => {
    intact = (await itemsOf('RecordsTableName')).get(`${key.pk} ${key.sk}`);
    const damage = new UpdateCommand({
      TableName: records(),
      Key: key,
      UpdateExpression: 'SET #record = :rubbish',
      ExpressionAttributeNames: { '#record': 'record' },
      ExpressionAttributeValues: { ':rubbish': 'rubbish' },
    });
    await table.send(damage);
    const job = raiseRepair('OPS-1', '00047107');
    takenWhole('repairs', await landlord.system('repairs').post(requestOf({ kind: 'json', items: [job] })));
    await landlord.hub.settled({ allowDeadLetters: true });
    const { code, text } = await operator.run('dead-letters');
    expect(code).toBe(1);
    expect(text).toMatch(
      /^records: 1 message, the oldest of 0 h 0 min ago\n {2}housing\.repair\.raised\.v1 \S+ of property\/200000471107\n/,
    );
    expect(text).toMatch(
      /given up after it was received \d times; record logged: Commit failed \(DamagedItem\)/,
    );
    expect(text).not.toContain('Water through the ceiling');
    expect((await operator.run('dead-letters', '--show-payload')).text).toContain(
      'Water through the ceiling',
    );
  });

  it('is shown beside what its events say', async () => {
    const { code, text } = await operator.run('rebuild', damagedHome);
    expect(code).toBe(1);
    expect(text).toMatch(
      /^property\/200000471107: differs in \d+ places\n(?: {2}.+\n)* {2}record: a text of 7 characters is stored, the events say a whole\n/,
    );
    const shadow = (await itemsOf('RecordsTableName')).get(`${key.pk} SHADOW#RECORD`);
    expect(shadow?.['record']).toEqual(intact?.['record']);
  });

  it('is replaced, quietly; and what waited is redriven and recorded', async () => {
    const before = await told();
    const { code, text } = await operator.run('rebuild', damagedHome, '--swap');
    expect(text).toMatch(/property\/200000471107 is swapped and now of version \d+\n1 records folded/);
    expect(code).toBe(0);
    const swapped = (await itemsOf('RecordsTableName')).get(`${key.pk} ${key.sk}`);
    expect(swapped).toEqual({ ...intact, version: Number(intact?.['version']) + 1 });
    expect(await told()).toEqual(before);
    expect(await operator.run('redrive', 'records')).toEqual({ code: 0, text: 'records: 1 put back\n' });
    await landlord.hub.settled();
    const { openCases } = await landlord.officer('manager').property(damagedHome);
    expect(openCases).toContainEqual(expect.objectContaining({ kind: 'work-order', reference: 'R-OPS-1' }));
    expect((await operator.run('rebuild', '--all')).text).toMatch(/0 swapped, 0 different/);
  });
});

describe('announcements that the relay gave up', () => {
  it('are published again from their rows, and no system hears them twice', async () => {
    const before = await told();
    const notice = {
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 1001 },
      DDBStreamBatchInfo: { batchSize: 25 },
    };
    const queues = new SQSClient(landlord.hub.awsConfig('sqs'));
    const QueueUrl = landlord.hub.outputs['AnnouncementsDeadLetterQueueUrl'];
    await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(notice) }));
    const listed = await operator.run('dead-letters');
    expect(listed.text).toMatch(
      /^announcements: 1 message.*\n {2}25 records of a table’s stream\n.*RetryAttemptsExhausted after 1001 att/,
    );
    const { code, text } = await operator.run('redrive', 'announcements');
    expect(text).toMatch(
      /^announcements: 1 taken, the announcements of [1-9]\d* rows are published again\n$/,
    );
    expect(code).toBe(0);
    const after = await told();
    expect(after.announced).toBe(before.announced + before.kept);
    expect(after.kept).toBe(before.kept);
    expect(after.received).toEqual(before.received);
    expect(after.receipts).toEqual(before.receipts);
    expect((await operator.run('dead-letters')).code).toBe(0);
  });
});

describe('an outbox row that cannot be published', () => {
  it('holds no other up: it is named with the reason, and published once it can be', async () => {
    const TableName = landlord.hub.outputs['RecordsTableName'];
    const key = { pk: 'PROPERTY#200000471107', sk: 'OUTBOX#000000000000' };
    const all = [...(await itemsOf('RecordsTableName')).values()];
    const whole = all.find(({ announces }) => announces !== undefined);
    const Item = { ...whole, ...key, entry: { events: ['rubbish'] } };
    await table.send(new PutCommand({ TableName, Item }));
    await landlord.hub.settled({ allowDeadLetters: true });
    const listed = await operator.run('dead-letters');
    expect(listed.text).toMatch(
      /^announcements: 1 message.*\n {2}announcements of a commit, outbox row PROPERTY#200000471107 OUTBOX#000000000000\n.*it cannot be read at entry\/events\/0/,
    );
    await table.send(new PutCommand({ TableName, Item: { ...whole, ...key } }));
    const before = await told();
    await operator.run('redrive', 'announcements');
    const after = await told();
    expect(after.announced).toBeGreaterThan(before.announced);
    expect(after.received).toEqual(before.received);
    expect((await operator.run('dead-letters')).code).toBe(0);
  });
});

describe('a system’s webhook', () => {
  it('is shown without its keys, and refuses what cannot be used', async () => {
    const shown = await operator.run('webhook', 'repairs');
    expect(shown).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\S*, 1 key\n$/),
    });
    for (const url of [
      'http://repairs.example/f',
      'https://hub:word@repairs.example/f',
      'https://169.254.169.254/f',
    ])
      expect(await operator.run('webhook', 'repairs', '--url', url)).toMatchObject({ code: 2 });
    expect((await operator.run('webhook', 'leaks')).text).toMatch(
      /^No webhook is of a system leaks; there are/,
    );
    expect((await operator.run('webhook', 'repairs')).text).toBe(shown.text);
  });

  it('has two keys while one takes the place of the other', async () => {
    const added = await operator.run('webhook', 'repairs', '--add-key');
    expect(added.text).toMatch(/shown this once: whsec_[\w+/]{44}\n[\s\S]*, 2 keys\n$/);
    expect((await operator.run('webhook', 'repairs', '--drop-old-keys')).text).toMatch(/, 1 key\n$/);
  });
});

describe('a command line that is wrong', () => {
  it.each([
    [['redrive', 'nowhere'], /There is no queue nowhere; there are announcements, /],
    [['explode'], /There is no command explode/],
  ])('%j says so', async (words, message) => {
    const { code, text } = await operator.run(...words);
    expect(text).toMatch(message);
    expect(code).toBe(2);
  });

  it('has help', async () => {
    const { code, text } = await operator.run('--help');
    expect(text).toMatch(/^Usage: npm run ops -- COMMAND/);
    expect(code).toBe(0);
  });
});

describe('a field that nobody reads', () => {
  it('is listed with the system that sends it, what it is of and since when; its value is nowhere', async () => {
    const job = { ...raiseRepair('OPS-9', '00047104'), moonPhase: 'Mrs A at home' };
    takenWhole('repairs', await landlord.system('repairs').post(requestOf({ kind: 'json', items: [job] })));
    const listed = await operator.run('unknown-fields', '--system', 'repairs');
    expect(listed.text).toMatch(
      /^repairs {2}moonPhase {2}\(housing\.repair\.raised\.v1\): in 1 batches, first 20\S+Z, last 20\S+Z$/m,
    );
    expect(listed.text).not.toContain('Mrs A');
    expect(listed.code).toBe(1);
    expect((await operator.run('unknown-fields', '--system', 'tenancy')).text).not.toContain('moonPhase');
  });
});
