import {
  DeleteRuleCommand,
  EventBridgeClient,
  PutRuleCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { makeReadArchive } from '../../../../functions/shell/operations/archive-reader.ts';
import type { Replay } from '../../../../functions/shell/operations/replay.ts';
import type { LocalReference } from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';

const events = mockClient(EventBridgeClient);
const queues = mockClient(SQSClient);
afterAll(() => {
  events.restore();
  queues.restore();
});
beforeEach(() => {
  events.reset();
  queues.reset();
  events.onAnyCommand().resolves({});
  events.on(PutRuleCommand).resolves({ RuleArn: 'arn:aws:events:eu-west-2:111122223333:rule/bus/r-1' });
  queues.onAnyCommand().resolves({});
  queues.on(CreateQueueCommand).resolves({ QueueUrl: 'https://queue' });
});

const leak = eventOf({
  type: 'housing.leak.contained.v1',
  at: '2025-06-02T07:40:00Z',
  home: flat4,
  data: { leakReference: 'L-1' as LocalReference },
});
const query = { name: 'r-1', from: instant('2025-06-01T00:00:00Z'), to: instant('2025-06-02T00:00:00Z') };
const read = (
  replay: Replay,
  onEvents: (ids: string[]) => Promise<void>,
  subject?: 'property/200000471104',
) =>
  makeReadArchive({
    events: new EventBridgeClient(),
    queues: new SQSClient(),
    busName: 'bus',
    busArn: 'arn:aws:events:eu-west-2:111122223333:event-bus/bus',
    replay,
    emptyReceives: 2,
  })({ ...query, subject }, found => onEvents(found.map(({ id }) => id)));
const completed: Replay = () => Promise.resolve({ completed: true, outcome: 'COMPLETED' });
const cleanedUp = () => [
  events.commandCalls(RemoveTargetsCommand).length,
  events.commandCalls(DeleteRuleCommand).length,
  queues.commandCalls(DeleteQueueCommand).length,
];

it('reads what the replay sends to a rule and a queue of its own, and removes both', async () => {
  const message = { Body: JSON.stringify({ 'replay-name': 'r-1', detail: leak }), ReceiptHandle: 'h' };
  queues
    .on(ReceiveMessageCommand)
    .resolvesOnce({ Messages: [message] })
    .resolves({});
  const found: string[] = [];
  const end = await read(completed, async ids => void found.push(...ids), 'property/200000471104');
  expect([end.completed, found]).toEqual([true, [leak.id]]);
  expect(queues.commandCalls(DeleteMessageBatchCommand)).toHaveLength(1);
  expect(JSON.parse(events.commandCalls(PutRuleCommand)[0]?.args[0].input.EventPattern ?? '')).toEqual({
    source: [{ prefix: 'urn:lintel:system:' }],
    'replay-name': ['r-1'],
    detail: { data: { subjects: { subject: ['property/200000471104'] } } },
  });
  const { Policy = '' } = queues.commandCalls(CreateQueueCommand)[0]?.args[0].input.Attributes ?? {};
  expect(JSON.parse(Policy).Statement).toMatchObject([
    {
      Principal: { Service: 'events.amazonaws.com' },
      Resource: 'arn:aws:sqs:eu-west-2:111122223333:r-1',
      Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:eu-west-2:111122223333:rule/bus/r-1' } },
    },
  ]);
  expect(cleanedUp()).toEqual([1, 1, 1]);
});

it('deletes no message whose events could not be taken, and removes both all the same', async () => {
  const message = { Body: JSON.stringify({ detail: leak }), ReceiptHandle: 'h' };
  queues
    .on(ReceiveMessageCommand)
    .resolvesOnce({ Messages: [message] })
    .resolves({});
  await expect(read(completed, () => Promise.reject(new Error('table is gone')))).rejects.toThrow(
    'table is gone',
  );
  expect(queues.commandCalls(DeleteMessageBatchCommand)).toEqual([]);
  expect(cleanedUp()).toEqual([1, 1, 1]);
});

it('removes both when the replay is refused', async () => {
  queues.on(ReceiveMessageCommand).resolves({});
  const refused: Replay = () => Promise.reject(new Error('no such archive'));
  await expect(read(refused, () => Promise.resolve())).rejects.toThrow('no such archive');
  expect(cleanedUp()).toEqual([1, 1, 1]);
});
