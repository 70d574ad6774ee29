import type { MessageAttribute, Queues } from './queues.ts';

/** SQS takes ten messages and 1 MiB in one batch. */
const BATCH_ENTRIES = 10;
const BATCH_BYTES = 1024 * 1024;

/** A message to be sent. */
export interface OutgoingMessage {
  readonly body: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * Sends messages to a queue, several at a time where SQS takes them.
 *
 * @param queues the app's queues
 * @param queue name of the queue
 * @param messages what to send; each must fit the queue
 * @throws when SQS refuses a message; those before it are sent
 */
export async function sendAll(
  queues: Queues,
  queue: string,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  for (const batch of batches(messages)) {
    const [first] = batch;
    if (batch.length === 1 && first !== undefined) await queues.call('SendMessage', queue, asRequest(first));
    else {
      const Entries = batch.map((message, index) => ({ Id: String(index), ...asRequest(message) }));
      await queues.call('SendMessageBatch', queue, { Entries });
    }
  }
}

function asRequest({ body, attributes = {} }: OutgoingMessage): Readonly<Record<string, unknown>> {
  const named = Object.entries(attributes).map(([name, StringValue]): [string, MessageAttribute] => [
    name,
    { DataType: 'String', StringValue },
  ]);
  return { MessageBody: body, MessageAttributes: Object.fromEntries(named) };
}

function batches(messages: readonly OutgoingMessage[]): OutgoingMessage[][] {
  const all: OutgoingMessage[][] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = Buffer.byteLength(message.body);
    const last = all.at(-1);
    if (last !== undefined && last.length < BATCH_ENTRIES && bytes + size <= BATCH_BYTES) {
      last.push(message);
      bytes += size;
    } else {
      all.push([message]);
      bytes = size;
    }
  }
  return all;
}
