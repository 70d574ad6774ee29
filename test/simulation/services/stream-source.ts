import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { Stream } from '../dynamodb/tables/stream.ts';
import type { Ended } from '../world/processes.ts';
import { hashOf } from '../world/random.ts';
import type { Scheduler } from '../world/scheduler.ts';

/** What feeds a function from a table's stream. */
export interface StreamSourceSettings {
  readonly name: string;
  readonly stream: Stream;
  readonly batchSize: number;
  readonly retries: number;
  readonly maximumAgeSeconds: number;
  matches(record: DynamoDBRecord): boolean;
  invoke(event: { Records: DynamoDBRecord[] }, onEnd: (ended: Ended<DynamoDBBatchResponse>) => void): void;
  /** How long a read waits, by chance. */
  delay(): number;
  /** After so long a stream forgets. */
  readonly dayMilliseconds: number;
  onTrimmed(count: number): void;
  /** What is given up: its first and last record, and how often it was tried. */
  giveUp(batch: readonly DynamoDBRecord[], attempts: number): void;
}

const shards = 2;
const retryStep = 500;
const longestRetry = 60_000;

/** A stream's reader: each shard in order, one batch at a time; only changes of one item are in one shard for sure. */
export interface StreamSource {
  /** Looks whether there is more. */
  notice(): void;
}

/** Feeds a function from a stream. */
export function feedFromStream(settings: StreamSourceSettings, scheduler: Scheduler): StreamSource {
  const readers = Array.from({ length: shards }, (_, shard) => makeReader(settings, scheduler, shard));
  return {
    notice() {
      for (const read of readers) read();
    },
  };
}

function makeReader(settings: StreamSourceSettings, scheduler: Scheduler, shard: number): () => void {
  const { stream, batchSize, matches, invoke, delay } = settings;
  let position = 0;
  let isBusy = false;

  function read(): void {
    if (isBusy) return;
    const batch: DynamoDBRecord[] = [];
    while (position < stream.length && batch.length < batchSize) {
      for (const record of stream.read(position, 1)) {
        position += 1;
        if (shardOf(record) === shard && matches(record)) batch.push(record);
      }
    }
    if (batch.length === 0) return;
    isBusy = true;
    scheduler.after(20 + delay(), () => {
      const kept = batch.filter(record => scheduler.now - arrivedAt(record) < settings.dayMilliseconds);
      if (kept.length < batch.length) settings.onTrimmed(batch.length - kept.length);
      attempt(kept, 0, () => {
        isBusy = false;
        read();
      });
    });
  }

  /** Has a batch processed: from the first failure on again; after an error in halves. */
  function attempt(batch: readonly DynamoDBRecord[], tried: number, done: () => void): void {
    if (batch.length === 0) {
      done();
      return;
    }
    invoke({ Records: [...batch] }, ended => {
      const failedAt = failureIn(ended, batch);
      if (failedAt === undefined) {
        done();
        return;
      }
      const rest = batch.slice(failedAt);
      const age = scheduler.now - arrivedAt(rest[0]);
      if (tried >= settings.retries || age > settings.maximumAgeSeconds * 1000) {
        settings.giveUp(rest, tried + 1);
        done();
        return;
      }
      const wait = Math.min(longestRetry, retryStep * 2 ** Math.min(tried, 10));
      const middle = rest.length >> 1;
      scheduler.after(wait, () => {
        if (ended.answered || middle === 0) attempt(rest, tried + 1, done);
        else attempt(rest.slice(0, middle), tried, () => attempt(rest.slice(middle), tried, done));
      });
    });
  }
  return read;
}

/** Where a batch failed: at the first record that was named, or as a whole. */
function failureIn(
  ended: Ended<DynamoDBBatchResponse>,
  batch: readonly DynamoDBRecord[],
): number | undefined {
  if (!ended.answered) return 0;
  const failed = new Set(ended.answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  if (failed.size === 0) return undefined;
  return Math.max(
    0,
    batch.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? '')),
  );
}

function shardOf({ dynamodb }: DynamoDBRecord): number {
  return Math.abs(hashOf(String(dynamodb?.Keys?.['pk']?.S))) % shards;
}

/** When a record came into the stream, in milliseconds. */
export function arrivedAt(record: DynamoDBRecord | undefined): number {
  return (record?.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000;
}
