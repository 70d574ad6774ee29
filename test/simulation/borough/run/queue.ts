import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { minute } from '../world/time.ts';

type Attributes = SQSRecord['messageAttributes'];

/** A queue on the borough's clock: what was taken and not done shows again after its visibility timeout. */
export interface Queue {
  send(body: string, attributes?: Attributes | string): void;
  /** Up to ten messages that show now. */
  take(): SQSRecord[];
  settle(batch: readonly SQSRecord[], answer: SQSBatchResponse): void;
  hide(messageId: string, seconds: number): void;
  /** When the next message shows; never while there is none. */
  readonly nextAt: number;
}

interface Held {
  record: SQSRecord;
  showsAt: number;
  receives: number;
}
const batchSize = 10;
const visibility = 3 * minute;

/** Makes an empty queue. @param now the time in milliseconds */
export function makeQueue(name: string, now: () => number): Queue {
  const held = new Map<string, Held>();
  let sent = 0;
  return {
    send(body, attributes = {}) {
      sent += 1;
      const messageId = `${name}-${sent}`;
      const messageAttributes = typeof attributes === 'string' ? {} : attributes;
      const record = { messageId, receiptHandle: messageId, body, messageAttributes } as SQSRecord;
      held.set(messageId, { record, showsAt: now(), receives: 0 });
      record.attributes = { SentTimestamp: String(now()) } as SQSRecord['attributes'];
    },
    take() {
      const shown = [...held.values()].filter(({ showsAt }) => showsAt <= now()).slice(0, batchSize);
      return shown.map(one => {
        Object.assign(one, { showsAt: now() + visibility, receives: one.receives + 1 });
        const attributes = { ...one.record.attributes, ApproximateReceiveCount: String(one.receives) };
        return { ...one.record, attributes };
      });
    },
    settle(batch, { batchItemFailures }) {
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      for (const { messageId } of batch) if (!failed.has(messageId)) held.delete(messageId);
    },
    hide(messageId, seconds) {
      const one = held.get(messageId);
      if (one !== undefined) one.showsAt = now() + seconds * 1000;
    },
    get nextAt() {
      return Math.min(...[...held.values()].map(({ showsAt }) => showsAt));
    },
  };
}
