import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBRecord } from 'aws-lambda';
import { deadLetterMessage } from './dead-letter-attributes.ts';
import { keyOf } from './tables/records/outbox-row.ts';

/** Puts the address of an outbox row that can never be published, and the reason, into the dead-letter queue. */
export type DeadLetterRow = (record: DynamoDBRecord, reason: string) => Promise<void>;

/** Makes the way there. The row itself stays where it is: operators have it published once the cause is corrected. */
export function makeDeadLetterRow(client: SQSClient, queueUrl: string): DeadLetterRow {
  return async (record, reason) => {
    const { SequenceNumber = '', ApproximateCreationDateTime = 0 } = record.dynamodb ?? {};
    const message = deadLetterMessage(JSON.stringify({ outboxRow: keyOf(record) }), {
      reason,
      firstSentAt: new Date(ApproximateCreationDateTime * 1000).toISOString(),
      formerId: SequenceNumber,
    });
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, ...message }));
  };
}
