import { paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { comparedKey } from '../../../../schemas/key-text.ts';
import type { Instant } from '../../../../schemas/reference.ts';
import type { Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { quarantineSummarySchema } from './item.ts';
import { quarantinePartition } from './keys.ts';
import type { AsRead } from './quarantine-resolver.ts';
import { quarantineTable } from './table.ts';

/** How much of a system waits, and since when the oldest does. */
export interface Backlog {
  depth: number;
  oldest?: Instant;
}

/** What waits in the quarantine table. */
export interface QuarantineWaiting {
  /** All of a system that wait for one key: one query, and what was kept before it is found. */
  for(system: string, key: string): Promise<AsRead[]>;
  backlog(system: string): Promise<Backlog>;
}

const asReadSchema = quarantineSummarySchema.pick({
  id: true,
  system: true,
  receivedAt: true,
  resolutions: true,
});
const oldestSchema = quarantineSummarySchema.pick({ receivedAt: true });

/** Makes the reader of what waits. */
export function makeQuarantineWaiting({ client, tableName: TableName }: Table): QuarantineWaiting {
  return {
    async for(system, key) {
      const query = {
        TableName,
        IndexName: quarantineTable.indexes.waiting.name,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND waitsFor = :key',
        ExpressionAttributeValues: { ':pk': quarantinePartition(system), ':key': comparedKey(key) },
      };
      const found: AsRead[] = [];
      for await (const { Items = [] } of paginateQuery({ client }, query))
        found.push(...Items.map(item => readItem(TableName, asReadSchema, item)));
      return found;
    },
    async backlog(system) {
      const query = {
        TableName,
        IndexName: quarantineTable.indexes.listed.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(listed, :waiting)',
        ExpressionAttributeValues: {
          ':pk': quarantinePartition(system),
          ':waiting': 'waiting#',
        },
      };
      const oldest = await client.send(new QueryCommand({ ...query, Limit: 1 }));
      let depth = 0;
      for await (const { Count = 0 } of paginateQuery({ client }, { ...query, Select: 'COUNT' }))
        depth += Count;
      const [first] = (oldest.Items ?? []).map(item => readItem(TableName, oldestSchema, item));
      return { depth, ...(first !== undefined && { oldest: first.receivedAt }) };
    },
  };
}
