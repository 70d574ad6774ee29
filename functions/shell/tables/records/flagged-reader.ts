import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Flag } from '../../../../schemas/flags.ts';
import type { Subject } from '../../../../schemas/reference.ts';
import type { Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { flaggedItemSchema } from './items.ts';
import { flaggedShard, flaggedShards, recordKey } from './keys.ts';
import { recordsTable } from './table.ts';

/** Where to begin in the index `flagged`: with a subject, or with all subjects of one of its partitions. */
export type FlagsFrom = { subject: Subject } | { shard: string };

/**
 * Every flag that lives on any subject, in force or not, page by page: from the sparse index `flagged`, which holds
 * nothing of subjects without flags and lags behind the table by moments. It costs half a read unit for each 4 KB: at
 * 0.3 KB a subject, packed, 60,000 with a flag are about 2,300 units. A subject has its place in the order for ever; its flags come by id.
 * @param from where to begin, in that order; with the first when left out
 */
export async function* readFlags(
  { client, tableName: TableName }: Pick<Table, 'client' | 'tableName'>,
  from?: FlagsFrom,
): AsyncGenerator<Flag> {
  const { shard: first, lowest: beginning } = beginningOf(from);
  for (const shard of flaggedShards) {
    if (shard < first) continue;
    const lowest = shard === first ? beginning : ' ';
    const query = {
      TableName,
      IndexName: recordsTable.indexes.flagged.name,
      KeyConditionExpression: 'flagged = :shard AND pk >= :lowest',
      ExpressionAttributeValues: { ':shard': shard, ':lowest': lowest },
      ProjectionExpression: 'pk, sk, flags',
    };
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      for (const item of Items)
        yield* Object.values(readItem(TableName, flaggedItemSchema, item).flags).toSorted(byId);
    }
  }
}

function beginningOf(from: FlagsFrom = { shard: '' }): { shard: string; lowest: string } {
  if ('shard' in from) return { shard: from.shard, lowest: ' ' };
  return { shard: flaggedShard(from.subject), lowest: recordKey(from.subject).pk };
}

function byId({ id: one }: Flag, { id: other }: Flag): number {
  return one < other ? -1 : 1;
}
