import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../batch-requests.ts';
import { auditTable } from './table.ts';
import type { StoredRow } from './whole-audit.ts';

/** Reads every row of one day of the audit, as it is stored. */
export type ReadAuditDay = (day: string) => AsyncIterable<StoredRow>;

/** Makes the reader of the days of the audit. What reads a day costs does not grow with the years that are kept. */
export function makeReadAuditDay({
  client,
  tableName: TableName,
}: Pick<Table, 'client' | 'tableName'>): ReadAuditDay {
  const { name: IndexName, partitionKey } = auditTable.indexes.day;
  return async function* readAuditDay(day) {
    const pages = paginateQuery(
      { client },
      {
        ...{ TableName, IndexName, KeyConditionExpression: '#day = :day' },
        ExpressionAttributeNames: { '#day': partitionKey },
        ExpressionAttributeValues: { ':day': day },
      },
    );
    for await (const { Items = [] } of pages) yield* Items;
  };
}
