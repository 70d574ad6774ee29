import { randomUUID } from 'node:crypto';
import type { DynamoDbCall } from '@infra/local/dynamodb';
import { auditTable } from '../../../functions/shell/tables/audit/table.ts';
import { directoryTable } from '../../../functions/shell/tables/directory/table.ts';
import { quarantineTable } from '../../../functions/shell/tables/quarantine/table.ts';
import { recordsTable } from '../../../functions/shell/tables/records/table.ts';
import type { IndexDeclaration, TableDeclaration } from '../../../functions/shell/tables/table.ts';

/** One table of each kind of keys and indexes that the hub has. */
export const declarations = {
  records: recordsTable,
  quarantine: quarantineTable,
  audit: auditTable,
  directory: directoryTable,
} as const satisfies Record<string, TableDeclaration>;

export type TableKind = keyof typeof declarations;
export const tableKinds = Object.keys(declarations) as TableKind[];

/** Creates a table in DynamoDB Local as it is declared, under a name of its own. */
export async function createLocally(call: DynamoDbCall, declared: TableDeclaration): Promise<string> {
  const TableName = `lintel-${randomUUID()}`;
  const indexes = Object.values<IndexDeclaration>(declared.indexes);
  const global = indexes.map(index => ({
    ...{ IndexName: index.name, KeySchema: keys(index), Projection: projection(index.shows) },
  }));
  const names = new Set(
    [declared, ...indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]),
  );
  await call('DynamoDB', 'CreateTable', {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keys(declared),
    AttributeDefinitions: [...names].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
    ...(global.length > 0 && { GlobalSecondaryIndexes: global }),
  });
  return TableName;
}

function keys({ partitionKey, sortKey }: Pick<TableDeclaration, 'partitionKey' | 'sortKey'>) {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ];
}

function projection(shows: IndexDeclaration['shows']) {
  if (shows === 'everything') return { ProjectionType: 'ALL' };
  if (shows === 'keys') return { ProjectionType: 'KEYS_ONLY' };
  return { ProjectionType: 'INCLUDE', NonKeyAttributes: shows };
}
