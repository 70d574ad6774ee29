import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue as StreamValue } from 'aws-lambda';

/** An item as a stream shows it, as plain data; nothing is in it where the stream shows none. */
export function streamRow(image: Readonly<Record<string, StreamValue>> | undefined): Record<string, unknown> {
  // The two types are of one thing: Lambda's says that every kind of value may be there, the SDK's that exactly one is.
  return unmarshall((image ?? {}) as Record<string, AttributeValue>);
}
