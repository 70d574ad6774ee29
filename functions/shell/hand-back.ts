import { ChangeMessageVisibilityCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { deadLetterMessage } from './dead-letter-attributes.ts';

/** What a consumer does with a message of its own queue that it cannot process now, or ever. */
export interface HandBack {
  /** Retries the message after so many seconds (its visibility timeout); it has to be reported as failed, or the queue deletes it. */
  retryLater(record: SQSRecord, seconds: number): Promise<void>;
  /** Moves the message as it is to the dead-letter queue, with the reason: it can be acknowledged here. */
  deadLetter(record: SQSRecord, reason: string): Promise<void>;
}

/** Makes the way back for messages of one queue. */
export function makeHandBack(deps: {
  client: SQSClient;
  queueUrl: string;
  deadLetterQueueUrl: string;
}): HandBack {
  const { client, queueUrl, deadLetterQueueUrl } = deps;
  return {
    async retryLater({ receiptHandle: ReceiptHandle }, VisibilityTimeout) {
      await client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout }),
      );
    },
    async deadLetter({ messageId, body, attributes: { SentTimestamp } }, reason) {
      const message = deadLetterMessage(body, {
        reason,
        firstSentAt: new Date(Number(SentTimestamp)).toISOString(),
        formerId: messageId,
      });
      await client.send(new SendMessageCommand({ QueueUrl: deadLetterQueueUrl, ...message }));
    },
  };
}
