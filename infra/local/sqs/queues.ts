import { ACCOUNT } from '../place.ts';
import type { QueuePlan } from '../plan/queues.ts';
import type { EmulatorApp } from '../s3/buckets.ts';
import { createDeferrals, type Deferrals } from './deferrals.ts';

const jsonType = 'application/x-amz-json-1.0';

/** A message as SQS's ReceiveMessage gives it. */
export interface ReceivedMessage {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttribute>>;
}

/** A message attribute as SQS's API writes it. */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

/** A message that lies in a queue. */
interface WaitingMessage {
  readonly messageId: string;
  readonly body: string;
  readonly messageAttributes: Readonly<Record<string, MessageAttribute>>;
}

/** How many messages a queue holds, received and not yet deleted ones included. */
type QueueDepths = ReadonlyMap<string, number>;

/** The app's queues, in the emulator. */
export interface Queues {
  /** The messages that functions deferred. */
  readonly deferrals: Deferrals;
  /** Where SQS clients find them. */
  readonly endpoint: string;
  /** The address of a queue. */
  url(queue: string): string;
  create(plan: QueuePlan): Promise<void>;
  /** Calls an SQS action without going through a socket. */
  call<T>(action: string, queue: string, request: Readonly<Record<string, unknown>>): Promise<T>;
  /** Counts every queue's messages at one instant. */
  depths(): Promise<QueueDepths>;
  /** Looks at a queue's messages without touching them. */
  inspect(queue: string): Promise<WaitingMessage[]>;
}

interface CountedQueue {
  readonly name: string;
  readonly approximateMessageCount: number;
  readonly approximateInflightCount: number;
  readonly approximateDelayedCount: number;
}

interface InspectedQueue {
  readonly messages: {
    readonly ready: WaitingMessage[];
    readonly delayed: WaitingMessage[];
    readonly inflight: { readonly message: WaitingMessage }[];
  };
}

/**
 * Opens the emulator's queues.
 *
 * @param app the emulator
 * @param endpoint where it listens
 * @param now the hub's time
 */
export function openQueues(app: EmulatorApp, endpoint: string, now: () => Date): Queues {
  async function call<T>(action: string, request: Readonly<Record<string, unknown>>): Promise<T> {
    const headers = { 'content-type': jsonType, 'x-amz-target': `AmazonSQS.${action}` };
    const response = await app.inject({
      method: 'POST',
      url: '/',
      headers,
      payload: JSON.stringify(request),
    });
    if (response.statusCode !== 200) throw new Error(`SQS ${action} failed: ${response.payload}`);
    return response.json<T>();
  }

  async function counted(): Promise<CountedQueue[]> {
    return (await app.inject('/_fauxqs/queues')).json<CountedQueue[]>();
  }

  const url = (queue: string): string => `${endpoint}/${ACCOUNT}/${queue}`;
  return {
    deferrals: createDeferrals(now),
    endpoint,
    url,
    async create({ name, attributes }) {
      await call('CreateQueue', { QueueName: name, Attributes: attributes });
    },
    call: (action, queue, request) => call(action, { QueueUrl: url(queue), ...request }),
    async depths() {
      return new Map((await counted()).map(queue => [queue.name, depth(queue)]));
    },
    async inspect(queue) {
      const response = await app.inject(`/_fauxqs/queues/${queue}`);
      const { ready, delayed, inflight } = response.json<InspectedQueue>().messages;
      return [...ready, ...delayed, ...inflight.map(({ message }) => message)];
    },
  };
}

function depth(queue: CountedQueue): number {
  return queue.approximateMessageCount + queue.approximateInflightCount + queue.approximateDelayedCount;
}
