import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  DeleteRuleCommand,
  DescribeReplayCommand,
  EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalHub } from '../../index.ts';
import { startSampleHub } from './sample-app/sample-hub.ts';

let hub: LocalHub;
let bus: EventBridgeClient;
let queues: SQSClient;
let logs: CloudWatchLogsClient;

beforeAll(async () => {
  hub = await startSampleHub();
  bus = new EventBridgeClient(hub.awsConfig('eventbridge'));
  logs = new CloudWatchLogsClient(hub.awsConfig('eventbridge'));
  queues = new SQSClient(hub.awsConfig('sqs'));
});
afterAll(() => hub.stop());

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-2:000000000000:${resource}`;
const put = (source: string, ...details: object[]) =>
  bus.send(
    new PutEventsCommand({
      Entries: details.map(detail => ({
        EventBusName: 'sample',
        Source: source,
        DetailType: 'thing.happened.v1',
        Detail: JSON.stringify(detail),
      })),
    }),
  );
async function arnOf(queue: string): Promise<string> {
  const command = new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: ['QueueArn'] });
  return (await queues.send(command)).Attributes?.['QueueArn'] ?? '';
}
async function receive<T>(QueueUrl: string): Promise<T[]> {
  const received: T[] = [];
  for (;;) {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return received;
    received.push(...Messages.map(({ Body = '' }) => JSON.parse(Body)));
  }
}

describe('dead letters', () => {
  it('know the queue that they come from, and are moved back to it with their attributes', async () => {
    const [dead, source] = [hub.queueUrl('RecordDeadLetters'), hub.queueUrl('RecordQueue')];
    const attributes = { RULE_ARN: { DataType: 'String', StringValue: 'rule' } };
    const body = (id: string) => JSON.stringify({ time: '2025', detail: { id, mode: 'fail-once' } });
    for (const id of ['d1', 'd2', 'd3']) {
      const message = { QueueUrl: dead, MessageBody: body(id), MessageAttributes: attributes };
      await queues.send(new SendMessageCommand(message));
    }
    const sources = await queues.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: dead }));
    expect(sources.queueUrls).toEqual([source]);
    const SourceArn = await arnOf(dead);
    await queues.send(new StartMessageMoveTaskCommand({ SourceArn }));
    const { Results } = await queues.send(new ListMessageMoveTasksCommand({ SourceArn }));
    expect(Results).toMatchObject([{ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 3 }]);
    await hub.settled();
    expect(await hub.deadLetters()).toEqual([]);
  });

  it('may be moved elsewhere, and nothing else may be moved', async () => {
    const [dead, inbox] = [hub.queueUrl('RecordDeadLetters'), hub.queueUrl('sample-inbox')];
    await queues.send(new SendMessageCommand({ QueueUrl: dead, MessageBody: '{"id":"elsewhere"}' }));
    const [SourceArn, DestinationArn] = await Promise.all([arnOf(dead), arnOf(inbox)]);
    await queues.send(new StartMessageMoveTaskCommand({ SourceArn, DestinationArn }));
    expect(await receive(inbox)).toEqual([{ id: 'elsewhere' }]);
    await queues.send(new PurgeQueueCommand({ QueueUrl: inbox }));
    const refused = queues.send(new StartMessageMoveTaskCommand({ SourceArn: DestinationArn }));
    await expect(refused).rejects.toThrow(/must be configured as a Dead Letter Queue/);
  });
});

describe('a replay of the archive', () => {
  const replay = (ReplayName: string, more: object = {}) =>
    bus.send(
      new StartReplayCommand({
        ReplayName,
        EventSourceArn: arn('events', `archive/${archiveName()}`),
        EventStartTime: new Date('2025-03-01T10:00:00Z'),
        EventEndTime: new Date('2025-03-01T10:02:00Z'),
        Destination: { Arn: arn('events', 'event-bus/sample'), FilterArns: [] },
        ...more,
      }),
    );
  const archiveName = () => hub.outputs['ArchiveName'] ?? '';

  it('sends what was published between two instants, minute by minute, to the rules that are named', async () => {
    const [QueueName, Name, EventBusName] = ['collected', 'collecting', 'sample'];
    const { QueueUrl = '' } = await queues.send(new CreateQueueCommand({ QueueName }));
    const EventPattern = JSON.stringify({ 'replay-name': ['first'], source: [{ prefix: 'urn:sample:' }] });
    const { RuleArn = '' } = await bus.send(new PutRuleCommand({ Name, EventBusName, EventPattern }));
    const Targets = [{ Id: 'queue', Arn: arn('sqs', QueueName) }];
    await bus.send(new PutTargetsCommand({ Rule: Name, EventBusName, Targets }));
    for (const [moment, id] of [
      ['2025-03-01T09:59:50Z', 'before'],
      ['2025-03-01T10:00:10Z', 'first'],
      ['2025-03-01T10:01:10Z', 'second'],
      ['2025-03-01T10:02:10Z', 'after'],
    ] as const) {
      await hub.setTime(new Date(moment));
      await put('urn:sample:system:one', { id });
    }
    await hub.settled();
    const archived = hub.archive().length;
    const Destination = { Arn: arn('events', 'event-bus/sample'), FilterArns: [RuleArn] };
    expect(await replay('first', { Destination })).toMatchObject({ State: 'STARTING' });
    await hub.settled();
    const described = await bus.send(new DescribeReplayCommand({ ReplayName: 'first' }));
    expect(described).toMatchObject({ State: 'COMPLETED', ReplayArn: arn('events', 'replay/first') });
    expect(await receive(QueueUrl)).toMatchObject([
      { 'replay-name': 'first', detail: { id: 'first' } },
      { 'replay-name': 'first', detail: { id: 'second' } },
    ]);
    expect(hub.archive()).toHaveLength(archived);
    await bus.send(new RemoveTargetsCommand({ Rule: Name, EventBusName, Ids: ['queue'] }));
    await bus.send(new DeleteRuleCommand({ Name, EventBusName }));
  });

  it('sends it to every rule when none is named', async () => {
    await put('urn:sample:hub', { id: 'told' });
    const inbox = hub.queueUrl('sample-inbox');
    await receive(inbox);
    const now = hub.now().getTime();
    const [EventStartTime, EventEndTime] = [new Date(now - 5_000), new Date(now + 5_000)];
    await replay('everywhere', { EventStartTime, EventEndTime });
    await hub.settled();
    expect(await receive(inbox)).toMatchObject([{ 'replay-name': 'everywhere', detail: { id: 'told' } }]);
  });

  it.each([
    ['an archive that is not there', { EventSourceArn: arn('events', 'archive/none') }, /does not exist/],
    ['no time', { EventEndTime: new Date('2025-03-01T10:00:00Z') }, /must be after EventStartTime/],
    ['another bus', { Destination: { Arn: arn('events', 'event-bus/default') } }, /own event bus/],
    ['a name that was used', { ReplayName: 'everywhere' }, /already exists/],
  ])('is refused for %s', async (_, wrong, message) => {
    await expect(replay('refused', wrong)).rejects.toThrow(message);
  });
});

describe('logs', () => {
  it('can be searched for any of several words, function by function', async () => {
    await put('urn:sample:system:one', { id: 'searched', mode: 'fail-once' });
    await hub.settled();
    const search = (logGroupName: string, filterPattern: string) =>
      logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern }));
    const [{ functionName, line } = { functionName: '', line: '' }] = hub.functionLogs();
    const group = `/aws/lambda/${functionName}`;
    const { events = [] } = await search(group, `?"nobody" ?"told to fail once"`);
    expect(events.map(({ message }) => message)).toContain(line);
    expect((await search(group, '?"nobody"')).events).toEqual([]);
    await expect(search('/aws/lambda/Nobody', '?"x"')).rejects.toThrow(/log group does not exist/);
    await expect(search(group, 'x y')).rejects.toThrow(/does not play the pattern/);
  });
});

describe('a hub that is stopped', () => {
  it('answers no more, however often it is stopped', async () => {
    await Promise.all([hub.stop(), hub.stop()]);
    for (const url of [hub.apiUrl, ...Object.values(hub.endpoints)]) {
      await expect(fetch(url)).rejects.toThrow('fetch failed');
    }
  });
});
