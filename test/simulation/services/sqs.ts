import type { Answer, Json } from '../world/process.ts';
import type { Message, Queue } from './queues.ts';

const ok = (body: Json = {}): Answer => ({ status: 200, body });
const arnOf = (name: string) => `arn:aws:sqs:eu-west-2:111122223333:${name}`;
const urlOf = (name: string) => `https://sqs.eu-west-2.amazonaws.com/111122223333/${name}`;

/** The address of a queue. */
export { urlOf as queueUrl };

/** SQS over its queues: what the hub and its operators ask of it. */
export function makeSqs(
  queues: ReadonlyMap<string, Queue>,
  onSend: (queue: Queue, send: () => Message) => Message,
): (operation: string, body: Json) => Answer {
  const moved = new Map<string, number>();
  const at = (urlOrArn: string) => queues.get(urlOrArn.split(/[/:]/).at(-1) ?? '');
  const operations: Record<string, (queue: Queue, body: Json) => Answer> = {
    SendMessage(queue, { MessageBody, MessageAttributes }) {
      const { id } = onSend(queue, () => queue.send(MessageBody, MessageAttributes));
      return ok({ MessageId: id });
    },
    ChangeMessageVisibility(queue, { ReceiptHandle, VisibilityTimeout }) {
      return queue.hide(ReceiptHandle, VisibilityTimeout) ? ok() : gone;
    },
    ReceiveMessage(queue, { MaxNumberOfMessages = 1, VisibilityTimeout }) {
      const messages = queue.receive(MaxNumberOfMessages, undefined, VisibilityTimeout);
      return ok({ Messages: messages.map(shown) });
    },
    DeleteMessage(queue, { ReceiptHandle }) {
      queue.remove(ReceiptHandle);
      return ok();
    },
    GetQueueAttributes: queue =>
      ok({
        Attributes: {
          QueueArn: arnOf(queue.name),
          ApproximateNumberOfMessages: String(queue.messages.length),
        },
      }),
    ListDeadLetterSourceQueues({ name }) {
      const sources = [...queues.values()].filter(({ redrive }) => redrive?.to === name);
      return ok({ queueUrls: sources.map(source => urlOf(source.name)) });
    },
  };
  const tasks: Record<string, (body: Json) => Answer> = {
    StartMessageMoveTask({ SourceArn, DestinationArn }) {
      const [from, to] = [at(SourceArn), at(DestinationArn)];
      const messages = from?.messages.slice() ?? [];
      for (const message of messages) to?.send(message.body, message.attributes, message);
      for (const message of messages) remove(from, message);
      moved.set(SourceArn, messages.length);
      return ok({ TaskHandle: SourceArn });
    },
    ListMessageMoveTasks({ SourceArn }) {
      const ApproximateNumberOfMessagesMoved = moved.get(SourceArn) ?? 0;
      return ok({ Results: [{ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved }] });
    },
  };
  return (operation, body) => {
    const task = tasks[operation];
    if (task !== undefined) return task(body);
    const [queue, perform] = [at(body.QueueUrl ?? ''), operations[operation]];
    if (queue === undefined || perform === undefined)
      throw new Error(`SQS: ${operation} of ${body.QueueUrl}`);
    return perform(queue, body);
  };
}

const gone: Answer = {
  status: 400,
  body: { __type: 'com.amazonaws.sqs#ReceiptHandleIsInvalid', message: 'it was received again since' },
};

function remove(queue: Queue | undefined, message: Message): void {
  message.receipt ||= message.id;
  queue?.remove(message.receipt);
}

function shown({ id, body, attributes, receives, sentAt, receipt }: Message): Json {
  return {
    MessageId: id,
    ReceiptHandle: receipt,
    Body: body,
    Attributes: { SentTimestamp: String(sentAt), ApproximateReceiveCount: String(receives) },
    MessageAttributes: attributes,
  };
}
