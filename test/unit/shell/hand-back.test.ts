import { ChangeMessageVisibilityCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { makeHandBack } from '../../../functions/shell/hand-back.ts';

const sqs = mockClient(SQSClient);
afterAll(() => sqs.restore());
const [queueUrl, deadLetterQueueUrl] = ['https://sqs.example/outbound', 'https://sqs.example/dead'];
const handBack = makeHandBack({
  client: new SQSClient({ region: 'eu-west-2' }),
  queueUrl,
  deadLetterQueueUrl,
});
const record = {
  messageId: 'm-1',
  receiptHandle: 'handle',
  body: '{"detail":{}}',
  attributes: { SentTimestamp: String(Date.parse('2025-06-02T08:00:00Z')) },
} as SQSRecord;

beforeEach(() => {
  sqs.reset();
  sqs.onAnyCommand().resolves({});
});

it('hides a message in its own queue', async () => {
  await handBack.retryLater(record, 90);
  expect(sqs.commandCalls(ChangeMessageVisibilityCommand)[0]?.args[0].input).toEqual({
    QueueUrl: queueUrl,
    ReceiptHandle: 'handle',
    VisibilityTimeout: 90,
  });
});

it('sets a message aside as it is, with the reason and when it first came', async () => {
  await handBack.deadLetter(record, 'answered 422');
  expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input).toEqual({
    QueueUrl: deadLetterQueueUrl,
    MessageBody: record.body,
    MessageAttributes: {
      reason: { DataType: 'String', StringValue: 'answered 422' },
      firstSentAt: { DataType: 'String', StringValue: '2025-06-02T08:00:00.000Z' },
      formerId: { DataType: 'String', StringValue: 'm-1' },
    },
  });
});
