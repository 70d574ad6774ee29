import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { type Instant, instantOf } from '../../../schemas/reference.ts';
import { chunksOf } from '../chunks.ts';

/** A message that could not be processed. */
export interface DeadLetter {
  id: string;
  body: string;
  /** When it was first put into a queue; moving it to the dead letters does not change that. */
  sentAt: Instant;
  receives: number;
  /** What was said about it by whoever put it there, as text. */
  attributes: Readonly<Record<string, string>>;
}

/** What became of a redrive. */
export interface Moved {
  messages: number;
  /** Why not all of them, in the service's words. */
  failure?: string;
}

/** The dead-letter queues of the hub, by their address. */
export interface DeadLetterQueues {
  depth(queueUrl: string): Promise<number>;
  /** Looks at messages without taking them away: they are visible to others again at once. */
  look(queueUrl: string, limit: number): Promise<DeadLetter[]>;
  /** The queues that its messages come from: none where no queue moves messages to it. */
  sourcesOf(queueUrl: string): Promise<string[]>;
  /** Moves all messages back and waits until that is done. */
  moveBack(queueUrl: string, toQueueUrl: string): Promise<Moved>;
  /** Takes every message away after `handle` has processed it; one that it fails at stays. */
  take(queueUrl: string, handle: (letter: DeadLetter) => Promise<void>): Promise<number>;
}

interface Deps {
  client: SQSClient;
  /** Waits between two questions whether a task is done. */
  wait: () => Promise<unknown>;
}

const messagesPerCall = 10;
/** While they are looked at, nobody else is shown the messages. */
const hiddenSeconds = 30;

/** Makes the operator's access to dead-letter queues. */
export function makeDeadLetterQueues({ client, wait }: Deps): DeadLetterQueues {
  const receive = async (QueueUrl: string): Promise<Message[]> => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: messagesPerCall,
        VisibilityTimeout: hiddenSeconds,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages;
  };
  const attributesOf = async (QueueUrl: string) => {
    const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] });
    return (await client.send(command)).Attributes ?? {};
  };
  return {
    async depth(queueUrl) {
      const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible } =
        await attributesOf(queueUrl);
      return Number(ApproximateNumberOfMessages ?? 0) + Number(ApproximateNumberOfMessagesNotVisible ?? 0);
    },
    async look(queueUrl, limit) {
      const seen = new Map<string, Message>();
      try {
        while (seen.size < limit) {
          const messages = await receive(queueUrl);
          if (messages.length === 0) break;
          for (const message of messages) seen.set(message.MessageId ?? '', message);
        }
      } finally {
        await showAgain(client, queueUrl, [...seen.values()]);
      }
      return [...seen.values()].slice(0, limit).map(letterOf);
    },
    async sourcesOf(QueueUrl) {
      const { queueUrls = [] } = await client.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl }));
      return queueUrls;
    },
    async moveBack(queueUrl, toQueueUrl) {
      const [from, to] = await Promise.all([queueUrl, toQueueUrl].map(attributesOf));
      const [SourceArn, DestinationArn] = [from?.['QueueArn'], to?.['QueueArn']];
      await client.send(new StartMessageMoveTaskCommand({ SourceArn, DestinationArn }));
      for (;;) {
        const { Results = [] } = await client.send(new ListMessageMoveTasksCommand({ SourceArn }));
        const [task] = Results;
        if (task !== undefined && task.Status !== 'RUNNING' && task.Status !== 'CANCELLING') {
          const messages = task.ApproximateNumberOfMessagesMoved ?? 0;
          return task.Status === 'COMPLETED'
            ? { messages }
            : { messages, failure: task.FailureReason ?? task.Status ?? 'no reason given' };
        }
        await wait();
      }
    },
    async take(QueueUrl, handle) {
      let taken = 0;
      for (let messages = await receive(QueueUrl); messages.length > 0; messages = await receive(QueueUrl)) {
        for (const message of messages) {
          await handle(letterOf(message));
          await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
          taken += 1;
        }
      }
      return taken;
    },
  };
}

async function showAgain(client: SQSClient, QueueUrl: string, messages: readonly Message[]): Promise<void> {
  for (const chunk of chunksOf(messages, messagesPerCall)) {
    const Entries = chunk.map(({ ReceiptHandle }, index) => ({
      Id: String(index),
      ReceiptHandle,
      VisibilityTimeout: 0,
    }));
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  }
}

function letterOf({
  MessageId = '',
  Body = '',
  Attributes = {},
  MessageAttributes = {},
}: Message): DeadLetter {
  return {
    id: MessageId,
    body: Body,
    sentAt: instantOf(Number(Attributes['SentTimestamp'] ?? 0)),
    receives: Number(Attributes['ApproximateReceiveCount'] ?? 0),
    attributes: Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, { StringValue = '' }]) => [name, StringValue]),
    ),
  };
}
