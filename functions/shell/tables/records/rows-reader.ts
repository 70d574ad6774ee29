import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../batch-requests.ts';

/** Every item of a partition whose sort key begins like this, all where it begins with nothing, as it is now, page by page. */
export async function readRows(
  { client, tableName: TableName }: Table,
  pk: string,
  prefix: string,
): Promise<Record<string, unknown>[]> {
  const query = {
    TableName,
    ConsistentRead: true,
    KeyConditionExpression: `pk = :pk${prefix === '' ? '' : ' AND begins_with(sk, :prefix)'}`,
    ExpressionAttributeValues: { ':pk': pk, ...(prefix !== '' && { ':prefix': prefix }) },
  };
  const items: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateQuery({ client }, query)) items.push(...Items);
  return items;
}
