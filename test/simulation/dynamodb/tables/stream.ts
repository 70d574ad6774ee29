import type { DynamoDBRecord } from 'aws-lambda';
import type { Item } from '../values/attribute-value.ts';

/** The stream of a table: every change, in the order in which they were made, with the item as it became. */
export interface Stream {
  /** Up to so many records from this position on, which is how many there were before. */
  read(from: number, limit: number): readonly DynamoDBRecord[];
  readonly length: number;
}

/** A stream that can be written to. */
export interface WritableStream extends Stream {
  append(key: Item, before: Item | undefined, after: Item | undefined): void;
}

const digits = 21;

/** Makes the stream of a table that nothing was written to. @param now the time in milliseconds */
export function makeStream(now: () => number): WritableStream {
  const records: DynamoDBRecord[] = [];
  return {
    read: (from, limit) => records.slice(from, from + limit),
    get length() {
      return records.length;
    },
    append(Keys, before, after) {
      const SequenceNumber = String(records.length + 1).padStart(digits, '0');
      const kept = after === undefined ? 'REMOVE' : 'MODIFY';
      records.push({
        eventID: SequenceNumber,
        eventName: before === undefined ? 'INSERT' : kept,
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: 'eu-west-2',
        dynamodb: {
          ApproximateCreationDateTime: Math.floor(now() / 1000),
          Keys: Keys as never,
          ...(after && { NewImage: after as never }),
          SequenceNumber,
          StreamViewType: 'NEW_IMAGE',
        },
      });
    },
  };
}
