import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { fullJitter } from '../../../functions/shell/backoff.ts';
import type { Table } from '../../../functions/shell/table/batch.ts';

/** A table of the hub as it is deployed, empty, under a name of its own; `events` gives it the timeline index. */
export async function newTable(kind: 'plain' | 'events' = 'plain'): Promise<Table> {
  const client = newClient();
  const tableName = `lintel-${randomUUID()}`;
  const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
  const key = (sortedBy: string) => [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: sortedBy, KeyType: 'RANGE' as const },
  ];
  const timeline = {
    IndexName: 'timeline',
    KeySchema: key('happened'),
    Projection: { ProjectionType: 'ALL' as const },
  };
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: key('sk'),
      AttributeDefinitions: [text('pk'), text('sk'), ...(kind === 'events' ? [text('happened')] : [])],
      ...(kind === 'events' && {
        LocalSecondaryIndexes: [timeline],
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      }),
    }),
  );
  return { client, tableName, pause: fullJitter({ base: 20, cap: 640 }) };
}

/** A client of its own, as another execution environment of a function would have it. */
export function newClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    endpoint: inject('dynamoDbEndpoint'),
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** Everything in a table, in the order of its keys. */
export async function contents({ client, tableName }: Table): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName })) items.push(...Items);
  const place = (item: Record<string, unknown>) => `${item['pk']}\n${item['sk']}`;
  return items.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
