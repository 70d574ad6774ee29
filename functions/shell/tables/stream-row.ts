import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue as StreamValue } from 'aws-lambda';

/**
 * An item as a stream shows it, as plain data; nothing is in it where the stream shows none. Lambda gives the bytes of an
 * attribute as text in base 64.
 */
export function streamRow(image: Readonly<Record<string, StreamValue>> = {}): Record<string, unknown> {
  const values = Object.entries(image).map(([name, value]) => [
    name,
    value.B === undefined ? value : { B: Buffer.from(value.B, 'base64') },
  ]);
  // The two types are of one thing: Lambda's says that every kind of value may be there, the SDK's that exactly one is.
  return unmarshall(Object.fromEntries(values) as Record<string, AttributeValue>);
}
