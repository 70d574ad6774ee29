import { expect, it } from 'vitest';
import { sqsRecord } from '../../../sqs/lambda-record.ts';

it('hands a message over as Lambda does, its times by the hub’s time', () => {
  const message = {
    MessageId: 'm1',
    ReceiptHandle: 'r1',
    Body: '{}',
    MD5OfBody: 'x',
    Attributes: { SentTimestamp: '10000', ApproximateReceiveCount: '1' },
    MessageAttributes: { Kind: { DataType: 'String', StringValue: 'a' } },
  };
  expect(sqsRecord(message, 'arn:queue', -4000)).toEqual({
    messageId: 'm1',
    receiptHandle: 'r1',
    body: '{}',
    md5OfBody: 'x',
    attributes: { SentTimestamp: '6000', ApproximateReceiveCount: '1' },
    messageAttributes: {
      Kind: {
        dataType: 'String',
        stringValue: 'a',
        binaryValue: undefined,
        stringListValues: [],
        binaryListValues: [],
      },
    },
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:queue',
    awsRegion: 'eu-west-2',
  });
});
