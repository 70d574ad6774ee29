import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PurgeQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalHub } from '../../index.ts';
import { startSampleHub } from './sample-app/sample-hub.ts';

let hub: LocalHub;
let bus: EventBridgeClient;
let queues: SQSClient;
let table: DynamoDBDocumentClient;

beforeAll(async () => {
  hub = await startSampleHub();
  bus = new EventBridgeClient(hub.awsConfig('eventbridge'));
  queues = new SQSClient(hub.awsConfig('sqs'));
  table = DynamoDBDocumentClient.from(new DynamoDBClient(hub.awsConfig('dynamodb')));
  await putExpired();
});

afterAll(() => hub.stop());

const put = (...details: object[]): Promise<unknown> =>
  bus.send(
    new PutEventsCommand({
      Entries: details.map(detail => ({
        EventBusName: 'sample',
        Source: 'urn:sample:system:one',
        DetailType: 'thing.happened',
        Detail: JSON.stringify(detail),
      })),
    }),
  );

const thing = async (PK: string): Promise<Record<string, unknown> | undefined> =>
  (await table.send(new GetCommand({ TableName: hub.tableName('Things'), Key: { PK, SK: 'thing' } }))).Item;

/** The engine looks for what has expired every ten seconds, so this is asked for last. */
async function putExpired(): Promise<void> {
  const expiresAt = Math.floor(Date.now() / 1000) - 60;
  const Item = { PK: 'old', SK: 'outbox#old', at: '2020', team: 'any', type: 'old', expiresAt };
  await table.send(new PutCommand({ TableName: hub.tableName('Things'), Item }));
}

async function inbox(): Promise<{ 'detail-type': string; detail: { id: string } }[]> {
  const received = await queues.send(
    new ReceiveMessageCommand({ QueueUrl: hub.queueUrl('sample-inbox'), MaxNumberOfMessages: 10 }),
  );
  return (received.Messages ?? []).map(({ Body = '' }) => JSON.parse(Body));
}

const empty = (queue: string): Promise<unknown> =>
  queues.send(new PurgeQueueCommand({ QueueUrl: hub.queueUrl(queue) }));

describe('the path of an event', () => {
  beforeEach(() => empty('sample-inbox'));

  it('runs from the bus through queue, function, table, stream and bus to the inbox', async () => {
    await put({ id: 'a1', outbox: 'raised.v1' });
    await hub.settled();
    expect(await thing('a1')).toMatchObject({ PK: 'a1' });
    expect(await inbox()).toMatchObject([{ 'detail-type': 'raised.v1', detail: { id: 'a1' } }]);
  });

  it('is at rest when it says so, however often it is asked', async () => {
    for (let round = 0; round < 40; round++) {
      await put({ id: `round-${round}`, outbox: 'raised.v1' });
      await hub.settled();
      expect(await inbox()).toHaveLength(1);
      await empty('sample-inbox');
    }
  });

  it('keeps in the archive what its pattern asks for', async () => {
    await put({ id: 'archived' });
    await hub.settled();
    expect(hub.archive().at(-1)).toMatchObject({
      source: 'urn:sample:system:one',
      detail: { id: 'archived' },
    });
  });

  it('goes nowhere when no rule asks for it', async () => {
    await put({ id: 'quiet', outbox: 'raised.v2' });
    await hub.settled();
    expect(await inbox()).toEqual([]);
  });

  it('answers queries by both kinds of index', async () => {
    const TableName = hub.tableName('Things');
    await table.send(
      new PutCommand({ TableName, Item: { PK: 'ix', SK: 'thing', at: '2026-01-01', team: 'b' } }),
    );
    const by = (IndexName: string, key: string, value: string) =>
      table.send(
        new QueryCommand({
          TableName,
          IndexName,
          KeyConditionExpression: `${key} = :value`,
          ExpressionAttributeValues: { ':value': value },
        }),
      );
    expect((await by('timeline', 'PK', 'ix')).Count).toBe(1);
    expect((await by('due', 'team', 'b')).Count).toBe(1);
  });
});

describe('failures', () => {
  it.each(['fail-once', 'hang', 'exit'])('tries again after: %s', async mode => {
    await put({ id: `again-${mode}`, mode });
    await hub.settled();
    expect(await thing(`again-${mode}`)).toBeDefined();
  });

  it('keeps the good messages of a batch and moves the bad one to the dead-letter queue', async () => {
    await put({ id: 'good-1' }, { id: 'bad', mode: 'fail' }, { id: 'good-2' });
    await expect(hub.settled()).rejects.toThrow(/could not be processed[\s\S]*RecordDeadLetters[\s\S]*"bad"/);
    await hub.settled({ allowDeadLetters: true });
    expect(await thing('good-1')).toBeDefined();
    expect(await thing('good-2')).toBeDefined();
    const letters = await hub.deadLetters();
    expect(letters.map(({ body }) => JSON.parse(body).detail.id)).toEqual(['bad']);
    expect(hub.functionLogs().some(({ line }) => line.includes('told to fail'))).toBe(true);
    await empty('RecordDeadLetters');
    await hub.settled();
  });

  it('gives up on a stream record after its retries, tells the destination, and goes on', async () => {
    await empty('sample-inbox');
    await put({ id: 'p1', outbox: 'poison' });
    await hub.settled({ allowDeadLetters: true });
    const letters = await hub.deadLetters();
    expect(letters.map(({ body }) => JSON.parse(body))).toMatchObject([
      {
        requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
        DDBStreamBatchInfo: { batchSize: 1 },
      },
    ]);
    await empty('LostRecords');
    await put({ id: 'p2', outbox: 'after.v1' });
    await hub.settled();
    expect(await inbox()).toMatchObject([{ 'detail-type': 'after.v1' }]);
  });

  it('puts what a queue will not take into the dead-letter queue of the rule', async () => {
    await put({ id: 'big', outbox: 'large.v1' });
    await hub.settled({ allowDeadLetters: true });
    expect(await hub.deadLetters()).toMatchObject([
      {
        queue: expect.stringContaining('Undelivered'),
        attributes: { ERROR_CODE: { StringValue: 'SDK_CLIENT_ERROR' } },
      },
    ]);
    await empty('Undelivered');
  });

  it('says what is outstanding when time is up', async () => {
    await put({ id: 'slow', mode: 'hang' });
    await expect(hub.settled({ timeoutMs: 200 })).rejects.toThrow(/not settled after 200 ms: .*Record/);
    await hub.settled();
  });
});

describe('PutEvents', () => {
  const entry = { EventBusName: 'sample', Source: 'urn:sample:x', DetailType: 'x', Detail: '{}' };
  const send = (...Entries: object[]) => bus.send(new PutEventsCommand({ Entries: Entries as [] }));

  it('answers entry by entry', async () => {
    const answer = await send(
      entry,
      { ...entry, Source: '' },
      { ...entry, Detail: '[]' },
      { ...entry, EventBusName: 'other' },
      { ...entry, Source: 'aws.s3' },
    );
    expect(answer.FailedEntryCount).toBe(4);
    expect(answer.Entries?.map(({ EventId, ErrorCode }) => ErrorCode ?? typeof EventId)).toEqual([
      'string',
      'InvalidArgument',
      'MalformedDetail',
      'ResourceNotFoundException',
      'NotAuthorizedForSourceException',
    ]);
  });

  it('refuses eleven entries, none, and more than 1 MiB', async () => {
    await expect(send(...Array.from({ length: 11 }, () => entry))).rejects.toThrow(/between 1 and 10/);
    await expect(send()).rejects.toThrow(/between 1 and 10/);
    const large = { ...entry, Detail: JSON.stringify({ text: 'x'.repeat(600_000) }) };
    await expect(send(large, large)).rejects.toThrow(/over the limit/);
  });
});

describe('expiry', () => {
  it('reaches the stream as a delete by the service', async () => {
    const byTheService = '"name":"REMOVE","by":{"type":"Service","principalId":"dynamodb.amazonaws.com"}';
    await expect
      .poll(() => hub.functionLogs().map(({ line }) => line))
      .toContainEqual(expect.stringContaining(byTheService));
    await hub.settled();
  });
});

describe('time', () => {
  it('can be set, flows on, and is the same for functions, events and messages', async () => {
    await hub.setTime(new Date('2025-03-01T10:00:00Z'));
    await put({ id: 'timed' });
    await hub.settled();
    const { at, eventTime, sent } = (await thing('timed')) ?? {};
    expect(at).toMatch(/^2025-03-01T10:00:/);
    expect(eventTime).toMatch(/^2025-03-01T10:00:/);
    expect(new Date(Number(sent)).toISOString()).toMatch(/^2025-03-01T10:00:/);
    await hub.setTime(new Date('2025-09-01T10:00:00Z'));
    await put({ id: 'timed' });
    await hub.settled();
    expect((await thing('timed'))?.['at']).toMatch(/^2025-09-01T10:00:/);
    expect(hub.now().toISOString()).toMatch(/^2025-09-01T10:00:/);
  });
});
