import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { fullJitter } from '../../../functions/shell/backoff.ts';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';
import { quarantineSummarySchema } from '../../../functions/shell/tables/quarantine/item.ts';

const quarantineSummary = Object.keys(quarantineSummarySchema.shape);

/** The indexes of each kind of table, as the template has them: by what they are sorted, and what they show. */
const indexes = {
  plain: [],
  events: [{ name: 'timeline', sortedBy: 'happened', shows: undefined }],
  quarantine: [
    { name: 'waiting', sortedBy: 'waitsFor', shows: ['id', 'system', 'receivedAt', 'resolutions'] },
    { name: 'listed', sortedBy: 'listed', shows: quarantineSummary },
  ],
} as const;

/** The sparse indexes of the records table, as the template has them. */
const globalIndexes = {
  plain: [],
  events: [
    { name: 'due', key: ['dueShard', 'nextDueAt'], shows: undefined },
    { name: 'flagged', key: ['flagged', 'pk'], shows: ['version', 'flags'] },
  ],
  quarantine: [],
} as const;

/**
 * A table of the hub as it is deployed, empty, under a name of its own, with the indexes of its kind. A stream only where
 * it is read: the engine takes ever longer to write to such a table, the more was written to those created before it.
 */
export async function newTable(
  kind: keyof typeof indexes = 'plain',
  { stream = false } = {},
): Promise<Table> {
  const client = newClient();
  const tableName = `lintel-${randomUUID()}`;
  const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
  const key = (sortedBy: string, partition = 'pk') => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sortedBy, KeyType: 'RANGE' as const },
  ];
  const own = indexes[kind].map(({ name, sortedBy, shows }) => ({
    IndexName: name,
    KeySchema: key(sortedBy),
    Projection: projection(shows, 'ALL'),
  }));
  const global = globalIndexes[kind].map(({ name, key: [partition, sortedBy], shows }) => ({
    IndexName: name,
    KeySchema: key(sortedBy, partition),
    Projection: projection(shows, 'KEYS_ONLY'),
  }));
  const attributes = new Set([
    ...['pk', 'sk', ...indexes[kind].map(({ sortedBy }) => sortedBy)],
    ...globalIndexes[kind].flatMap(index => index.key),
  ]);
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: key('sk'),
      AttributeDefinitions: [...attributes].map(text),
      ...(own.length > 0 && { LocalSecondaryIndexes: own }),
      ...(global.length > 0 && { GlobalSecondaryIndexes: global }),
      ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } }),
    }),
  );
  return { client, tableName, pause: fullJitter({ base: 20, cap: 640 }) };
}

function projection(shows: readonly string[] | undefined, otherwise: 'ALL' | 'KEYS_ONLY') {
  return shows === undefined
    ? { ProjectionType: otherwise }
    : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...shows] };
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
