import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Uprn } from '../../../../schemas/reference.ts';
import type { Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { leadSchema } from './items.ts';
import { standingPartitions } from './keys.ts';

/** Every home of the directory that is not retired. */
export async function* standingHomes({ client, tableName }: Table): AsyncGenerator<Uprn> {
  for (const partition of standingPartitions) {
    const pages = paginateQuery(
      { client },
      {
        TableName: tableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ProjectionExpression: 'pk, sk, uprn',
        ExpressionAttributeValues: { ':pk': partition },
      },
    );
    for await (const { Items = [] } of pages)
      for (const item of Items) yield readItem(tableName, leadSchema, item).uprn;
  }
}
