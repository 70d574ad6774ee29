import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  ReceiveMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeDeadLetterQueues } from '../../../../functions/shell/operations/dead-letter-queues.ts';

const aws = mockClient(SQSClient);
afterAll(() => aws.restore());
const wait = vi.fn(() => Promise.resolve());
const queues = makeDeadLetterQueues({ client: new SQSClient(), wait });
const message = (id: string) => ({
  MessageId: id,
  ReceiptHandle: `handle of ${id}`,
  Body: id,
  Attributes: { SentTimestamp: '1748850000000', ApproximateReceiveCount: '6' },
  MessageAttributes: { ERROR_CODE: { DataType: 'String', StringValue: 'NO_PERMISSIONS' } },
});
beforeEach(() => {
  aws.reset();
  wait.mockClear();
});

describe('looking', () => {
  it('shows messages with what is known of them, as many as asked for, and leaves all of them on the queue', async () => {
    aws
      .on(ReceiveMessageCommand)
      .resolvesOnce({ Messages: [message('a'), message('b')] })
      .resolvesOnce({ Messages: [message('b'), message('c')] })
      .resolves({});
    aws.on(ChangeMessageVisibilityBatchCommand).resolves({});
    const seen = await queues.look('url', 3);
    expect(seen.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(seen[0]).toEqual({
      id: 'a',
      body: 'a',
      sentAt: '2025-06-02T07:40:00.000Z',
      receives: 6,
      attributes: { ERROR_CODE: 'NO_PERMISSIONS' },
    });
    const [released] = aws.commandCalls(ChangeMessageVisibilityBatchCommand);
    expect(
      released?.args[0].input.Entries?.map(({ ReceiptHandle, VisibilityTimeout }) => [
        ReceiptHandle,
        VisibilityTimeout,
      ]),
    ).toEqual([
      ['handle of a', 0],
      ['handle of b', 0],
      ['handle of c', 0],
    ]);
  });

  it('returns what it holds when the queue stops answering', async () => {
    aws
      .on(ReceiveMessageCommand)
      .resolvesOnce({ Messages: [message('a')] })
      .rejects(new Error('gone'));
    aws.on(ChangeMessageVisibilityBatchCommand).resolves({});
    await expect(queues.look('url', 3)).rejects.toThrow('gone');
    expect(aws.commandCalls(ChangeMessageVisibilityBatchCommand)).toHaveLength(1);
  });
});

describe('moving back', () => {
  it('waits for the end of the task, and says how far it came', async () => {
    aws
      .on(GetQueueAttributesCommand, { QueueUrl: 'dead' })
      .resolves({ Attributes: { QueueArn: 'arn:dead' } });
    aws
      .on(GetQueueAttributesCommand, { QueueUrl: 'live' })
      .resolves({ Attributes: { QueueArn: 'arn:live' } });
    aws.on(StartMessageMoveTaskCommand).resolves({});
    const failed = { Status: 'FAILED', ApproximateNumberOfMessagesMoved: 3, FailureReason: 'AccessDenied' };
    aws
      .on(ListMessageMoveTasksCommand)
      .resolvesOnce({ Results: [{ Status: 'RUNNING' }] })
      .resolvesOnce({ Results: [failed] });
    expect(await queues.moveBack('dead', 'live')).toEqual({ messages: 3, failure: 'AccessDenied' });
    expect(wait).toHaveBeenCalledTimes(1);
    const [started] = aws.commandCalls(StartMessageMoveTaskCommand);
    expect(started?.args[0].input).toEqual({ SourceArn: 'arn:dead', DestinationArn: 'arn:live' });
  });
});

it('takes away only what was dealt with', async () => {
  aws.on(ReceiveMessageCommand).resolvesOnce({ Messages: [message('a'), message('b')] });
  aws.on(DeleteMessageCommand).resolves({});
  const handle = ({ id }: { id: string }) =>
    id === 'b' ? Promise.reject(new Error('no')) : Promise.resolve();
  await expect(queues.take('url', handle)).rejects.toThrow('no');
  expect(aws.commandCalls(DeleteMessageCommand).map(call => call.args[0].input.ReceiptHandle)).toEqual([
    'handle of a',
  ]);
});
