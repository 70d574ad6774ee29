import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A message for a system's inbox, with what identifies it. */
export interface InboxMessage {
  contentType: string;
  body: unknown;
  eventId: string;
  /** The version of the flag, where it is of one: a receiver never lets a lower one overwrite a higher. */
  version: number | undefined;
}

/** Makes the sender to one system's inbox queue, from which the system fetches when it likes. */
export function makeInbox({ client, queueUrl }: { client: SQSClient; queueUrl: string }) {
  return async ({ contentType, body, eventId, version }: InboxMessage): Promise<void> => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify(body),
        MessageAttributes: {
          contentType: { DataType: 'String', StringValue: contentType },
          eventId: { DataType: 'String', StringValue: eventId },
          ...(version !== undefined && { version: { DataType: 'Number', StringValue: String(version) } }),
        },
      }),
    );
  };
}

/** Makes the sender of plain texts to one queue. */
export function makeSend({ client, queueUrl }: { client: SQSClient; queueUrl: string }) {
  return async (text: string): Promise<void> => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: text }));
  };
}
