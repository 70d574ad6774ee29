import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Pause } from '../backoff.ts';
import { chunksOf } from '../chunks.ts';
import { HubError } from '../errors.ts';
import type { Key } from './key.ts';

/** A table and the client to reach it with. */
export interface Table {
  client: DynamoDBDocumentClient;
  tableName: string;
  pause: Pause;
}

const keysPerRead = 100;
/** What one call can write. */
export const itemsPerWrite = 25;
const attempts = 8;

/**
 * Reads items by their keys, a hundred a call; keys that DynamoDB leaves unprocessed are asked for again.
 * @param attributes all that is read of an item; everything when left out
 * @returns the items that exist, in no particular order.
 * @throws {HubError} when DynamoDB goes on leaving keys out.
 */
export async function batchGet(
  { client, tableName, pause }: Table,
  keys: readonly Key[],
  { consistent, attributes }: { consistent: boolean; attributes?: readonly string[] },
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  const shown = attributes === undefined ? {} : only(attributes);
  for (const chunk of chunksOf(keys, keysPerRead)) {
    await untilProcessed<Record<string, unknown>>(
      chunk.map(key => ({ ...key })),
      pause,
      async waiting => {
        const request = { [tableName]: { Keys: waiting, ConsistentRead: consistent, ...shown } };
        const answer = await client.send(new BatchGetCommand({ RequestItems: request }));
        found.push(...(answer.Responses?.[tableName] ?? []));
        return answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
      },
    );
  }
  return found;
}

/** A projection to some attributes, whatever words DynamoDB reserves. */
function only(attributes: readonly string[]) {
  const names = Object.fromEntries(attributes.map(name => [`#${name}`, name]));
  return { ProjectionExpression: Object.keys(names).join(', '), ExpressionAttributeNames: names };
}

/** One change of `batchWrite`. */
export type Write = { put: Key } | { remove: Key };

/**
 * Puts and removes items without conditions, twenty-five a call, again for those left unprocessed.
 * @throws {HubError} when DynamoDB goes on leaving items out.
 */
export async function batchWrite(
  { client, tableName, pause }: Table,
  writes: readonly Write[],
): Promise<void> {
  const requests = writes.map(write =>
    'put' in write ? { PutRequest: { Item: write.put } } : { DeleteRequest: { Key: write.remove } },
  );
  for (const chunk of chunksOf(requests, itemsPerWrite)) {
    await untilProcessed<object>(chunk, pause, async waiting => {
      const answer = await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: waiting } }));
      return answer.UnprocessedItems?.[tableName] ?? [];
    });
  }
}

async function untilProcessed<T>(
  all: readonly T[],
  pause: Pause,
  send: (waiting: T[]) => Promise<T[]>,
): Promise<void> {
  let waiting = [...all];
  for (let attempt = 0; waiting.length > 0; attempt += 1) {
    if (attempt === attempts) throw new HubError('The table is too busy to answer', { retryable: true });
    if (attempt > 0) await pause(attempt - 1);
    waiting = await send(waiting);
  }
}
