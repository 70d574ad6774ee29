import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant, Subject } from '../../../../schemas/reference.ts';
import type { Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { dueItemSchema } from './items.ts';
import { subjectIn } from './keys.ts';
import { recordsTable } from './table.ts';

/** A subject that time alone has changed, and since when. */
export interface Due {
  subject: Subject;
  dueAt: Instant;
}

/**
 * Reads which subjects of a shard are due, the longest waiting first. The index may be a moment behind the table.
 * @param limit how many at the most.
 */
export type ReadDue = (shard: string, until: Instant, limit: number) => Promise<Due[]>;

/** Makes the reader of the index `due` of the records table. */
export function makeReadDue({ client, tableName: TableName }: Table): ReadDue {
  return async (shard, until, Limit) => {
    const query = new QueryCommand({
      TableName,
      IndexName: recordsTable.indexes.due.name,
      KeyConditionExpression: 'dueShard = :shard AND nextDueAt <= :until',
      ExpressionAttributeValues: { ':shard': shard, ':until': until },
      Limit,
    });
    const { Items = [] } = await client.send(query);
    return Items.map(item => readItem(TableName, dueItemSchema, item)).map(item => ({
      subject: subjectIn(item),
      dueAt: item.nextDueAt,
    }));
  };
}
