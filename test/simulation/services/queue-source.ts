import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { Ended } from '../world/processes.ts';
import type { Scheduler } from '../world/scheduler.ts';
import type { Message, Queue } from './queues.ts';

/** What feeds a function from a queue. */
export interface QueueSourceSettings {
  readonly queue: Queue;
  readonly batchSize: number;
  readonly concurrency: number;
  invoke(event: { Records: SQSRecord[] }, onEnd: (ended: Ended<SQSBatchResponse>) => void): void;
  /** In which order visible messages are received. */
  order(visible: readonly Message[]): readonly Message[];
  /** Whether nobody takes from the queue for now. */
  isPaused(): boolean;
  /** Whether a message that is worked on shows to others before its time. */
  endsEarly(message: Message): boolean;
}

/** How often it is looked whether somebody takes from the queue again, in milliseconds. */
const pause = 10 * 60_000;

/** Feeds a function: batches as they come, so many at once; what was not done shows again when its time is over. */
export function feedFromQueue(settings: QueueSourceSettings, scheduler: Scheduler): void {
  const { queue, batchSize, concurrency, invoke, order, endsEarly, isPaused } = settings;
  let running = 0;
  let isPolled = false;

  function poll(): void {
    if (isPolled || running >= concurrency) return;
    isPolled = true;
    scheduler.after(isPaused() ? pause : 1, () => {
      isPolled = false;
      if (isPaused()) return poll();
      const batch = queue.receive(batchSize, order);
      if (batch.length === 0) return;
      running += 1;
      for (const { receipt } of batch.filter(endsEarly)) queue.hide(receipt, 0);
      const receipts = new Map(batch.map(message => [message.id, message.receipt]));
      invoke({ Records: batch.map(recordOf) }, ended => {
        running -= 1;
        if (ended.answered) {
          const failed = new Set(ended.answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
          for (const [id, receipt] of receipts) if (!failed.has(id)) queue.remove(receipt);
        }
        poll();
      });
      poll();
    });
  }
  queue.onVisible = poll;
}

/** A message as Lambda hands it to a function. */
function recordOf({ id, body, attributes, receives, sentAt, receipt }: Message): SQSRecord {
  const messageAttributes = Object.fromEntries(
    Object.entries(attributes as Record<string, { DataType: string; StringValue: string }>).map(
      ([name, { DataType, StringValue }]) => [name, { dataType: DataType, stringValue: StringValue }],
    ),
  );
  return {
    messageId: id,
    receiptHandle: receipt,
    body,
    messageAttributes,
    attributes: { ApproximateReceiveCount: String(receives), SentTimestamp: String(sentAt) },
  } as unknown as SQSRecord;
}
