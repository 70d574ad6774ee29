import { DeleteMessageBatchCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

interface Inbox {
  client: SQSClient;
  queueUrl: string;
}

/** Fetches from a system's inbox, waiting at the queue for more, until the signal says stop. */
export async function fetchInbox(
  { client, queueUrl: QueueUrl }: Inbox,
  take: (body: string) => void,
  abortSignal: AbortSignal,
): Promise<void> {
  const ask = { QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 20 };
  try {
    for (;;) {
      const { Messages = [] } = await client.send(new ReceiveMessageCommand(ask), { abortSignal });
      for (const { Body = '' } of Messages) take(Body);
      if (Messages.length === 0) continue;
      const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    }
  } catch (error) {
    if (!abortSignal.aborted) throw error;
  }
}
