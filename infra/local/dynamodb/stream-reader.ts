import { type DynamoDbCall, DynamoDbError } from './client.ts';
import type { StreamRecord } from './stream-record.ts';

/** Reads a stream from its beginning, in order. */
export interface StreamReader {
  /** What was written since the last call: whatever was committed before this call is in it or in the next. */
  next(): Promise<StreamRecord[]>;
  shardId(): string;
}

const RECORD_LIMIT = 1000;

/**
 * An iterator lives a quarter of an hour: a machine that slept longer takes up where it was. And the
 * engine numbers the writes of all tables together: an iterator of a stream that was still empty
 * stands before its first record, which the engine takes for reading what was trimmed.
 */
const LOST_ITERATOR = new Set(['ExpiredIteratorException', 'TrimmedDataAccessException']);

interface Shard {
  readonly ShardId: string;
  readonly ParentShardId?: string;
}

/**
 * Opens a stream.
 *
 * @param call calls DynamoDB
 * @param stream the engine's ARN of the stream
 */
export function openStream(call: DynamoDbCall, stream: string): StreamReader {
  let shard: string | undefined;
  let iterator: string | undefined;
  let last: string | undefined;

  async function follow(): Promise<void> {
    const { StreamDescription } = await call<{ StreamDescription: { Shards: Shard[] } }>(
      'DynamoDBStreams',
      'DescribeStream',
      { StreamArn: stream },
    );
    const next = StreamDescription.Shards.find(
      ({ ParentShardId }) => shard === undefined || ParentShardId === shard,
    );
    if (next === undefined) return;
    shard = next.ShardId;
    last = undefined;
    await locate();
  }

  async function locate(): Promise<void> {
    const position =
      last === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: last };
    const answer = await call<{ ShardIterator: string }>('DynamoDBStreams', 'GetShardIterator', {
      StreamArn: stream,
      ShardId: shard,
      ...position,
    });
    iterator = answer.ShardIterator;
  }

  async function read(): Promise<StreamRecord[]> {
    const { Records, NextShardIterator } = await call<{
      Records: StreamRecord[];
      NextShardIterator?: string;
    }>('DynamoDBStreams', 'GetRecords', { ShardIterator: iterator, Limit: RECORD_LIMIT });
    iterator = NextShardIterator;
    last = Records.at(-1)?.dynamodb.SequenceNumber ?? last;
    return Records;
  }

  return {
    shardId: () => shard ?? '',
    async next() {
      if (iterator === undefined) await follow();
      if (iterator === undefined) return [];
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof DynamoDbError) || !LOST_ITERATOR.has(error.code)) throw error;
        await locate();
        return read();
      }
    },
  };
}
