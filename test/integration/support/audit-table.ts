import { randomUUID } from 'node:crypto';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { newClient } from './tables.ts';

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const key = (partition: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: 'sk', KeyType: 'RANGE' as const },
];

/** The audit table as it is deployed, empty, under a name of its own; and what every call to it consumed. */
export async function newAuditTable() {
  const client = newClient();
  const tableName = `lintel-${randomUUID()}`;
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: key('pk'),
      AttributeDefinitions: ['pk', 'sk', 'officer', 'glass'].map(text),
      GlobalSecondaryIndexes: ['officer', 'glass'].map(name => ({
        IndexName: name,
        KeySchema: key(name),
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
  );
  const consumed: { call: string; units: number }[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async args => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const result = await next(args);
        const { ConsumedCapacity = [] } = result.output as {
          ConsumedCapacity?: { CapacityUnits?: number }[];
        };
        const units = [ConsumedCapacity]
          .flat()
          .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        consumed.push({ call: commandName, units });
        return result;
      },
    { step: 'initialize' },
  );
  return { client, tableName, consumed };
}
