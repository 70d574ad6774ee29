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

/**
 * The attribute of a message that `deliver` put into its own queue because the system did not hold what it says. When it is
 * not taken it is no dead letter: what it says is sent again as long as there is a difference.
 */
export const sentAgainAttribute = 'sentAgain';

/** Makes the sender of plain texts to one queue. @param attributes of every message, by name */
export function makeSend(
  { client, queueUrl }: { client: SQSClient; queueUrl: string },
  attributes: Readonly<Record<string, string>> = {},
) {
  const MessageAttributes = Object.fromEntries(
    Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
  );
  return async (text: string): Promise<void> => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: text, MessageAttributes }));
  };
}
