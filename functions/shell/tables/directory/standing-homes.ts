import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type Uprn, uprnSchema } from '../../../../schemas/reference.ts';
import type { Table } from '../batch-requests.ts';
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
        ProjectionExpression: 'uprn',
        ExpressionAttributeValues: { ':pk': partition },
      },
    );
    for await (const { Items = [] } of pages) for (const { uprn } of Items) yield uprnSchema.parse(uprn);
  }
}
