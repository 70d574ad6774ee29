import type { Activity } from '../activity.ts';
import type { Json } from '../json.ts';
import { everyItem, type FailedItems, failedItems } from '../lambda/batch-response.ts';
import { FunctionError } from '../lambda/function-error.ts';
import type { LocalFunction } from '../lambda/functions.ts';
import type { QueueMappingPlan } from '../plan/mappings.ts';
import { sqsRecord } from './lambda-record.ts';
import type { Queues, ReceivedMessage } from './queues.ts';

/**
 * A message stays hidden this long after a failure, whatever the queue says: retries are for seconds, not minutes. One
 * that its function deferred for long stays hidden as it wished.
 */
const RETRY_AFTER_SECONDS = 1;
/** While a function works on a message nobody else may have it. */
const HIDDEN_SECONDS = 12 * 60 * 60;
/** A batching window is kept, but cut to what is felt as at once. */
const LONGEST_WINDOW_MS = 50;
/** Below the 6 MiB a function can be handed, whatever is wrapped around the bodies. */
const BATCH_BYTES = 5 * 1024 * 1024;
const RECEIVE_LIMIT = 10;
const LONG_POLL_SECONDS = 20;

/** What a mapping needs to know. */
export interface QueueSourceSettings {
  readonly plan: QueueMappingPlan;
  readonly queues: Queues;
  readonly target: LocalFunction;
  /** What to add to real time to get the hub's, in milliseconds. */
  readonly offsetMs: () => number;
  readonly activity: Activity;
  readonly signal: AbortSignal;
}

/**
 * Feeds a function from a queue until the signal says stop. As many batches run at once as the
 * function has environments.
 *
 * @param settings the mapping, the queues and the function
 */
export function startQueueSource(settings: QueueSourceSettings): void {
  const pollers = Math.min(settings.target.environments, settings.plan.maximumConcurrency ?? Infinity);
  const sentAt = offsetsAtSending(settings.offsetMs);
  for (let poller = 0; poller < pollers; poller++) {
    poll(settings, sentAt).catch(error => {
      if (!settings.signal.aborted) settings.activity.fault(error);
    });
  }
}

async function poll(settings: QueueSourceSettings, sentAt: OffsetsAtSending): Promise<void> {
  while (!settings.signal.aborted) {
    const batch = await receiveBatch(settings);
    if (batch.length > 0) await process(settings, batch, sentAt);
  }
}

async function receiveBatch(settings: QueueSourceSettings): Promise<ReceivedMessage[]> {
  const { batchSize, windowMs } = settings.plan;
  const batch = await receive(settings, batchSize, LONG_POLL_SECONDS);
  if (windowMs === 0 || batch.length === 0) return batch;
  await new Promise(resolve => setTimeout(resolve, Math.min(windowMs, LONGEST_WINDOW_MS)));
  let bytes = 0;
  while (batch.length < batchSize && bytes < BATCH_BYTES && !settings.signal.aborted) {
    const more = await receive(settings, batchSize - batch.length, 0);
    if (more.length === 0) break;
    batch.push(...more);
    bytes = batch.reduce((total, message) => total + Buffer.byteLength(message.Body), 0);
  }
  return batch;
}

async function receive(
  settings: QueueSourceSettings,
  wanted: number,
  seconds: number,
): Promise<ReceivedMessage[]> {
  const { Messages = [] } = await settings.queues.call<{ Messages?: ReceivedMessage[] }>(
    'ReceiveMessage',
    settings.plan.queue,
    {
      MaxNumberOfMessages: Math.min(wanted, RECEIVE_LIMIT),
      WaitTimeSeconds: seconds,
      VisibilityTimeout: HIDDEN_SECONDS,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    },
  );
  return Messages;
}

async function process(
  settings: QueueSourceSettings,
  batch: readonly ReceivedMessage[],
  sentAt: OffsetsAtSending,
): Promise<void> {
  const failed = await invoke(settings, batch, sentAt);
  const { queue } = settings.plan;
  const entries = batch.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  const { deferrals } = settings.queues;
  const done = entries.filter((_, index) => !failed.has(index));
  const again = entries.filter(
    ({ ReceiptHandle }, index) => failed.has(index) && !deferrals.has(ReceiptHandle),
  );
  for (const { ReceiptHandle } of done) deferrals.forget(ReceiptHandle);
  for (const Entries of tens(done)) await settings.queues.call('DeleteMessageBatch', queue, { Entries });
  for (const Entries of tens(again.map(entry => ({ ...entry, VisibilityTimeout: RETRY_AFTER_SECONDS })))) {
    await settings.queues.call('ChangeMessageVisibilityBatch', queue, { Entries });
  }
}

async function invoke(
  settings: QueueSourceSettings,
  batch: readonly ReceivedMessage[],
  sentAt: OffsetsAtSending,
): Promise<FailedItems> {
  const { plan, target } = settings;
  const identifiers = batch.map(({ MessageId }) => MessageId);
  const Records = batch.map(message => sqsRecord(message, plan.queueArn, sentAt(message)));
  try {
    const answer = (await target.invoke({ Records })) as Json;
    return plan.reportsItemFailures ? failedItems(answer, identifiers) : new Set();
  } catch (error) {
    if (error instanceof FunctionError) return everyItem(identifiers);
    throw error;
  }
}

function tens<T>(items: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (let start = 0; start < items.length; start += RECEIVE_LIMIT)
    groups.push(items.slice(start, start + RECEIVE_LIMIT));
  return groups;
}

/** By how much the hub's clock differed from real time when a message was sent. */
type OffsetsAtSending = (message: ReceivedMessage) => number;

/** A message is received as soon as it is sent; when it comes again the clock may have been set. */
function offsetsAtSending(offsetMs: () => number): OffsetsAtSending {
  const offsets = new Map<string, number>();
  return ({ MessageId }) => {
    const offset = offsets.get(MessageId) ?? offsetMs();
    offsets.set(MessageId, offset);
    return offset;
  };
}
