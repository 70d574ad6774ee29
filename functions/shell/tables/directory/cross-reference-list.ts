import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { CrossReference } from '../../../core/identity/cross-reference.ts';
import { readItem } from '../read-item.ts';
import { listedSchema } from './items.ts';
import { listedKey } from './keys.ts';

/** Of which system, how many, after which key. */
interface CrossReferenceQuery {
  system: string;
  limit: number;
  after?: string | undefined;
}

/** Lists what was learnt of a system's keys, by key, also what was forgotten; `next` is the last key where there are more. */
export type ListCrossReferences = (
  query: CrossReferenceQuery,
) => Promise<{ references: CrossReference[]; next?: string }>;

/** Makes the reader of the list of learnt cross references. */
export function makeListCrossReferences(table: {
  client: DynamoDBDocumentClient;
  tableName: string;
}): ListCrossReferences {
  const { client, tableName: TableName } = table;
  return async ({ system, limit, after }) => {
    const answer = await client.send(
      new QueryCommand({
        TableName,
        Limit: limit,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': listedKey(system, '').pk },
        ...(after !== undefined && { ExclusiveStartKey: listedKey(system, after) }),
      }),
    );
    const references = (answer.Items ?? []).map(item => readItem(TableName, listedSchema, item));
    const last = references.at(-1)?.key;
    const hasMore = answer.LastEvaluatedKey !== undefined && last !== undefined;
    return { references, ...(hasMore && { next: last }) };
  };
}
