import { DeleteMessageBatchCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A system's inbox queue: what waits in it is taken, and only then deleted. */
export interface Inbox {
  client: SQSClient;
  queueUrl: string;
}

/** Empties an inbox into `take`. */
export async function readInbox({ client, queueUrl }: Inbox, take: (body: string) => void): Promise<void> {
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return;
    for (const { Body } of Messages) take(Body ?? '');
    const entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
  }
}
