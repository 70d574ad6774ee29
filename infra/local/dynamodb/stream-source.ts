import { setTimeout as sleep } from 'node:timers/promises';
import type { Activity } from '../activity.ts';
import type { Json } from '../json.ts';
import { everyItem, type FailedItems, failedItems } from '../lambda/batch-response.ts';
import { FunctionError } from '../lambda/function-error.ts';
import type { LocalFunction } from '../lambda/functions.ts';
import type { StreamMappingPlan } from '../plan/mappings.ts';
import type { Queues } from '../sqs/queues.ts';
import { sendAll } from '../sqs/send.ts';
import { afterAttempt } from './after-failure.ts';
import type { StreamReader } from './stream-reader.ts';
import { lambdaStreamRecord, type StreamRecord } from './stream-record.ts';

/** How often a stream is looked at when nobody asks: about as long as AWS takes. */
const POLL_MS = 250;
/** Retries follow each other a little slower each time, up to a second. */
const RETRY_STEP_MS = 100;
const LONGEST_RETRY_MS = 1000;

/** What a mapping needs to know. */
export interface StreamSourceSettings {
  readonly plan: StreamMappingPlan;
  readonly reader: StreamReader;
  readonly target: LocalFunction;
  readonly queues: Queues;
  readonly activity: Activity;
  /** What to add to real time to get the hub's, in milliseconds. */
  readonly offsetMs: () => number;
  readonly signal: AbortSignal;
}

/** A stream that feeds a function. */
export interface StreamSource {
  /**
   * Reads the stream now and sees everything in it through.
   *
   * @returns whether there was anything
   */
  poll(): Promise<boolean>;
}

/**
 * Feeds a function from a table's stream until the signal says stop: in order, one batch at a time.
 *
 * @param settings the mapping, the stream and the function
 */
export function startStreamSource(settings: StreamSourceSettings): StreamSource {
  let turn: Promise<boolean> = Promise.resolve(false);
  const poll = (): Promise<boolean> => {
    turn = turn.then(() => readOnce(settings));
    return turn;
  };
  keepPolling(settings, poll).catch(error => {
    if (!settings.signal.aborted) settings.activity.fault(error);
  });
  return { poll };
}

async function keepPolling({ signal }: StreamSourceSettings, poll: () => Promise<boolean>): Promise<void> {
  while (!signal.aborted) {
    await poll();
    await sleep(POLL_MS, undefined, { signal });
  }
}

async function readOnce(settings: StreamSourceSettings): Promise<boolean> {
  if (settings.signal.aborted) return false;
  const { plan, reader, activity, offsetMs } = settings;
  const read = await reader.next();
  if (read.length === 0) return false;
  const ended = activity.begin(`the stream of ${plan.table}`);
  try {
    const records = read
      .map(record => lambdaStreamRecord(record, plan.streamArn, offsetMs()))
      .filter(record => plan.filters.length === 0 || plan.filters.some(matches => matches(record)));
    for (let start = 0; start < records.length; start += plan.batchSize) {
      await seeThrough(settings, records.slice(start, start + plan.batchSize), 0);
    }
    return true;
  } finally {
    ended();
  }
}

async function seeThrough(
  settings: StreamSourceSettings,
  batch: readonly StreamRecord[],
  attempt: number,
): Promise<void> {
  const step = afterAttempt(await invoke(settings, batch), batch.length, attempt, settings.plan);
  if (step.kind === 'done') return;
  const rest = batch.slice(step.from);
  if (step.kind === 'give-up') return giveUp(settings, rest, attempt);
  await sleep(Math.min(RETRY_STEP_MS * (attempt + 1), LONGEST_RETRY_MS), undefined, {
    signal: settings.signal,
  });
  if (step.kind === 'again') return seeThrough(settings, rest, attempt + 1);
  await seeThrough(settings, rest.slice(0, step.middle), attempt);
  await seeThrough(settings, rest.slice(step.middle), attempt);
}

async function invoke(
  { plan, target }: StreamSourceSettings,
  batch: readonly StreamRecord[],
): Promise<FailedItems> {
  const identifiers = batch.map(({ dynamodb }) => dynamodb.SequenceNumber);
  try {
    const answer = (await target.invoke({ Records: batch })) as Json;
    return plan.reportsItemFailures ? failedItems(answer, identifiers) : new Set();
  } catch (error) {
    if (error instanceof FunctionError) return everyItem(identifiers);
    throw error;
  }
}

/** Tells the mapping's destination which records were given up; the records themselves stay in the stream. */
async function giveUp(
  { plan, queues, reader }: StreamSourceSettings,
  batch: readonly StreamRecord[],
  attempt: number,
): Promise<void> {
  if (plan.onFailure === undefined) return;
  const notice = {
    requestContext: {
      functionArn: plan.functionName,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: attempt + 1,
    },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId: reader.shardId(),
      startSequenceNumber: batch[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: batch.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(batch[0]),
      approximateArrivalOfLastRecord: arrival(batch.at(-1)),
      batchSize: batch.length,
      streamArn: plan.streamArn,
    },
  };
  await sendAll(queues, plan.onFailure, [{ body: JSON.stringify(notice) }]);
}

function arrival(record: StreamRecord | undefined): string | undefined {
  return record && new Date(record.dynamodb.ApproximateCreationDateTime * 1000).toISOString();
}
