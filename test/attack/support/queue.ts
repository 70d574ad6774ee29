import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { Random } from '../../bench/support/random.ts';

/** A message in a queue. */
export interface Message {
  messageId: string;
  body: string;
  contentType?: string | undefined;
  /** Other attributes, which whoever may send may make up. */
  said?: Said | undefined;
  receives: number;
  hidden: boolean;
}

export type Said = Readonly<Record<string, string>>;

/** A standard queue with a dead-letter queue: at least once, in batches, and in order unless `disorder` says otherwise. */
export interface Queue {
  readonly name: string;
  readonly deadLetters: readonly Message[];
  readonly waiting: number;
  send(body: string, contentType?: string, said?: Said): void;
  /** Up to ten messages that nobody else has at the moment. */
  take(): SQSRecord[];
  /** What a consumer answered, or nothing from one that died: what was not done shows again after `reappear`. */
  settle(batch: readonly SQSRecord[], answer: SQSBatchResponse | undefined): void;
  /** A consumer puts a copy of a message it has among the dead letters; it is done with here once that is answered. */
  deadLetter(messageId: string): void;
  /** The visibility timeout passes for every hidden message. */
  reappear(): void;
}

/** Makes a queue. With `disorder`, messages come in any order, in batches of any size, and some of them again after they were done. */
export function makeQueue(
  name: string,
  { disorder, batchSize = 10, maximumReceives = 5 }: QueueOptions = {},
): Queue {
  let messages: Message[] = [];
  const deadLetters: Message[] = [];
  let sent = 0;
  const add = (body: string, contentType?: string, said?: Said) => {
    sent += 1;
    messages.push({ messageId: `${name}-${sent}`, body, contentType, said, receives: 0, hidden: false });
  };
  return {
    name,
    deadLetters,
    get waiting() {
      return messages.length;
    },
    send: add,
    take() {
      const visible = messages.filter(({ hidden }) => !hidden);
      const size = disorder === undefined ? batchSize : 1 + disorder.below(batchSize);
      const batch = (disorder === undefined ? visible : shuffled(visible, disorder)).slice(0, size);
      for (const message of batch) Object.assign(message, { hidden: true, receives: message.receives + 1 });
      return batch.map(recordOf);
    },
    settle(batch, answer) {
      if (answer === undefined) return;
      const failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      const done = new Set(batch.map(({ messageId }) => messageId).filter(id => !failed.has(id)));
      const again = messages.filter(({ messageId }) => done.has(messageId) && disorder?.below(5) === 0);
      messages = messages.filter(({ messageId }) => !done.has(messageId));
      for (const { body, contentType, said } of again) add(body, contentType, said);
    },
    deadLetter(messageId) {
      const message = messages.find(one => one.messageId === messageId);
      if (message !== undefined) deadLetters.push(message);
    },
    reappear() {
      const exhausted = messages.filter(({ hidden, receives }) => hidden && receives >= maximumReceives);
      deadLetters.push(...exhausted);
      messages = messages.filter(message => !exhausted.includes(message));
      for (const message of messages) message.hidden = false;
    },
  };
}

export interface QueueOptions {
  batchSize?: number | undefined;
  disorder?: Random | undefined;
  /** As deployed: five, but of an outbound queue. */
  maximumReceives?: number | undefined;
}

/** So late that nothing is given up for its age. */
const sentTimestamp = String(Date.parse('2100-01-01T00:00:00Z'));

function recordOf({ messageId, body, contentType, said, receives }: Message): SQSRecord {
  const values = { ...said, ...(contentType !== undefined && { contentType }) };
  const messageAttributes = Object.fromEntries(
    Object.entries(values).map(([name, stringValue]) => [name, { dataType: 'String', stringValue }]),
  );
  const attributes = { ApproximateReceiveCount: String(receives), SentTimestamp: sentTimestamp };
  return { messageId, body, messageAttributes, attributes } as unknown as SQSRecord;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map(item => [random.below(2 ** 31), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
