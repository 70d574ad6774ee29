import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { fullJitter } from '../../../functions/shell/backoff.ts';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';
import { directoryTable } from '../../../functions/shell/tables/directory/table.ts';
import { quarantineTable } from '../../../functions/shell/tables/quarantine/table.ts';
import type { EventsTable } from '../../../functions/shell/tables/records/event-items.ts';
import { inClear } from '../../../functions/shell/tables/records/packed.ts';
import { rowsApart } from '../../../functions/shell/tables/records/rows-in-record.ts';
import { recordsTable } from '../../../functions/shell/tables/records/table.ts';
import type { IndexDeclaration, TableDeclaration } from '../../../functions/shell/tables/table.ts';
import type { LintelEvent } from '../../../schemas/catalogue.ts';
import { type MemoryMoved, memoryMoved } from '../../support/memory-moved.ts';

/** The kinds of table: one without indexes, that of records and that of what waits. */
const declarations = {
  plain: directoryTable,
  events: recordsTable,
  quarantine: quarantineTable,
} as const satisfies Record<string, TableDeclaration>;

/**
 * A table of the hub as it is deployed, empty, under a name of its own, with the indexes of its kind. A stream only where
 * it is read: the engine takes ever longer to write to such a table, the more was written to those created before it. What has
 * left it lies in memory.
 */
export async function newTable(
  kind: keyof typeof declarations = 'plain',
  { stream = false } = {},
): Promise<EventsTable & { moved: MemoryMoved }> {
  const client = newClient();
  const tableName = `lintel-${randomUUID()}`;
  const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
  const key = (partition: string, sortedBy: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sortedBy, KeyType: 'RANGE' as const },
  ];
  const { partitionKey, sortKey, ...declared }: TableDeclaration = declarations[kind];
  const indexes = Object.values<IndexDeclaration>(declared.indexes);
  const global = indexes.map(index => ({
    IndexName: index.name,
    KeySchema: key(index.partitionKey, index.sortKey),
    Projection: projection(index.shows),
  }));
  const attributes = new Set([
    partitionKey,
    sortKey,
    ...indexes.flatMap(index => [index.partitionKey, index.sortKey]),
  ]);
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: key(partitionKey, sortKey),
      AttributeDefinitions: [...attributes].map(text),
      ...(global.length > 0 && { GlobalSecondaryIndexes: global }),
      ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } }),
    }),
  );
  return { client, tableName, pause: fullJitter({ base: 20, cap: 640 }), moved: memoryMoved() };
}

function projection(shows: IndexDeclaration['shows']) {
  if (shows === 'everything') return { ProjectionType: 'ALL' as const };
  if (shows === 'keys') return { ProjectionType: 'KEYS_ONLY' as const };
  return { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...shows] };
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

/** What commits published, by the rows in which it is kept: those that these items of the records table are. */
export function publishedIn(items: readonly Record<string, unknown>[]): LintelEvent[][] {
  const rows = items.filter(({ announces }) => announces !== undefined);
  return rows.map(({ entry }) => (entry as { events: LintelEvent[] }).events);
}

/** Everything in a table in clear, in the order of its keys; rows that lie in a record at their own keys. */
export async function contents({ client, tableName }: Table): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName }))
    items.push(...Items.map(inClear));
  const place = (item: Record<string, unknown>) => `${item['pk']}\n${item['sk']}`;
  return rowsApart(items).sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
