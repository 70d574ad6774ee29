import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../batch-requests.ts';
import { conditionally } from '../conditionally.ts';
import { type Erasure, placeOfKey } from './item.ts';
import { makeReadKeys } from './key-reader.ts';

/** Destroys the present key of a name. @returns whether there was one. */
export type DestroyKey = (name: string, erasure: Omit<Erasure, 'generation'>) => Promise<boolean>;

/**
 * Makes the destroyer of keys. Every text that was encrypted with the key can be read by nobody from then on, wherever it is;
 * that it was destroyed, when and why, stays.
 */
export function makeDestroyKey(table: Table): DestroyKey {
  const { client, tableName: TableName, pause } = table;
  const readKeys = makeReadKeys(table);
  const destroy = async (
    name: string,
    erasure: Omit<Erasure, 'generation'>,
    attempt: number,
  ): Promise<boolean> => {
    const before = (await readKeys([name])).get(name);
    if (before?.key === undefined) return false;
    const { generation, erasures } = before;
    const Item = {
      ...placeOfKey(name),
      generation,
      erasures: [...erasures, { generation, ...erasure }],
    };
    const unchanged = {
      ConditionExpression: 'generation = :generation AND attribute_exists(#key)',
      ExpressionAttributeNames: { '#key': 'key' },
      ExpressionAttributeValues: { ':generation': generation },
    };
    if (await conditionally(client.send(new PutCommand({ TableName, Item, ...unchanged })))) return true;
    await pause(attempt);
    return destroy(name, erasure, attempt + 1);
  };
  return (name, erasure) => destroy(name, erasure, 0);
}
