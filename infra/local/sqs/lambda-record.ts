import { REGION } from '../place.ts';
import type { MessageAttribute, ReceivedMessage } from './queues.ts';

const TIMESTAMPS = ['SentTimestamp', 'ApproximateFirstReceiveTimestamp'];

/**
 * Builds the record Lambda hands to a function for a message.
 *
 * @param message as received
 * @param queueArn where it comes from
 * @param offsetMs what to add to real time to get the hub's
 */
export function sqsRecord(message: ReceivedMessage, queueArn: string, offsetMs: number): object {
  const attributes = Object.entries(message.Attributes).map(([name, value]) =>
    TIMESTAMPS.includes(name) ? [name, String(Number(value) + offsetMs)] : [name, value],
  );
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: Object.fromEntries(attributes),
    messageAttributes: Object.fromEntries(Object.entries(message.MessageAttributes ?? {}).map(asLambda)),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: REGION,
  };
}

function asLambda([name, attribute]: [string, MessageAttribute]): [string, object] {
  const { DataType, StringValue, BinaryValue } = attribute;
  return [
    name,
    {
      dataType: DataType,
      stringValue: StringValue,
      binaryValue: BinaryValue,
      stringListValues: [],
      binaryListValues: [],
    },
  ];
}
