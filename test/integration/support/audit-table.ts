import { randomUUID } from 'node:crypto';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { itemSize, type WireItem } from '../../bench/support/item-size.ts';
import { newClient } from './tables.ts';

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const key = (partition: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: 'sk', KeyType: 'RANGE' as const },
];

/** The audit table as it is deployed, empty, under a name of its own; and the write units of every transaction on it. */
export async function newAuditTable() {
  const client = newClient();
  const tableName = `lintel-${randomUUID()}`;
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: key('pk'),
      AttributeDefinitions: ['pk', 'sk', 'officer', 'breakGlass', 'day'].map(text),
      GlobalSecondaryIndexes: ['officer', 'breakGlass', 'day'].map(name => ({
        IndexName: name,
        KeySchema: key(name),
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
  );
  const written: number[] = [];
  client.middlewareStack.add(
    next => args => {
      const { body } = args.request as { body: Uint8Array };
      const { TransactItems } = JSON.parse(new TextDecoder().decode(body));
      if (TransactItems !== undefined) written.push(unitsOf(TransactItems));
      return next(args);
    },
    { step: 'build' },
  );
  return { client, tableName, pause: () => Promise.resolve(), written };
}

/** By the formulas of the price list: a KB costs two units in a transaction, and one more on each index that it is in. */
function unitsOf(puts: readonly { Put: { Item: WireItem } }[]): number {
  const each = puts.map(({ Put: { Item } }) => {
    const indexes = ['officer', 'breakGlass', 'day'].filter(name => name in Item).length;
    return Math.ceil(itemSize(Item) / 1024) * (2 + indexes);
  });
  return each.reduce((sum, units) => sum + units, 0);
}
