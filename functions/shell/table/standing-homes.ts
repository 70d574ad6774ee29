import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { type Uprn, uprnSchema } from '../../../schemas/reference.ts';
import type { PlaceStatus } from '../../core/identity/place.ts';
import type { Table } from './batch.ts';

const retired: PlaceStatus = 'retired';

/** Every home of the directory that is not retired: a scan of the whole table, for an import and nothing else. */
export async function* standingHomes({ client, tableName }: Table): AsyncGenerator<Uprn> {
  const pages = paginateScan(
    { client },
    {
      TableName: tableName,
      ConsistentRead: true,
      FilterExpression: 'sk = :place AND #status <> :retired',
      ProjectionExpression: 'uprn',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':place': 'PLACE', ':retired': retired },
    },
  );
  for await (const { Items = [] } of pages) for (const { uprn } of Items) yield uprnSchema.parse(uprn);
}
