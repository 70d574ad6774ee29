import { paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Instant } from '../../../../schemas/reference.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { listOf, quarantineSummarySchema } from './item.ts';
import { quarantineKey, quarantinePartition, waitingPrefix, waitingRowKey } from './keys.ts';
import type { AsRead } from './quarantine-resolver.ts';
import { quarantineTable } from './table.ts';

/** How much of a system waits, and since when the oldest does. */
export interface Backlog {
  depth: number;
  oldest?: Instant;
}

/** What waits in the quarantine table. */
export interface QuarantineWaiting {
  /** All of a system that wait for one key: what was kept before it is asked is found. */
  for(system: string, key: string): Promise<AsRead[]>;
  backlog(system: string): Promise<Backlog>;
}

const asReadSchema = quarantineSummarySchema.pick({
  id: true,
  system: true,
  receivedAt: true,
  key: true,
  state: true,
  resolutions: true,
});
const asRead = Object.keys(asReadSchema.shape);
const rowSchema = quarantineSummarySchema.pick({ id: true }).extend({ sk: z.string() });
const oldestSchema = quarantineSummarySchema.pick({ receivedAt: true });

/** Makes the reader of what waits. */
export function makeQuarantineWaiting(table: Table): QuarantineWaiting {
  const { client, tableName: TableName } = table;
  return {
    async for(system, key) {
      const query = {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :waits)',
        ExpressionAttributeValues: { ':pk': quarantinePartition(system), ':waits': waitingPrefix(key) },
      };
      const ids: string[] = [];
      for await (const { Items = [] } of paginateQuery({ client }, query)) {
        const rows = Items.map(item => readItem(TableName, rowSchema, item));
        // A key with a # in it begins as a shorter one does.
        ids.push(
          ...rows.filter(({ id, sk }) => sk === waitingRowKey(system, key, id).sk).map(({ id }) => id),
        );
      }
      const keys = ids.map(id => quarantineKey(system, id));
      const items = await batchGet(table, keys, { consistent: true, attributes: asRead });
      return items
        .map(item => readItem(TableName, asReadSchema, item))
        .filter(({ state }) => state === 'waiting');
    },
    async backlog(system) {
      const query = {
        TableName,
        IndexName: quarantineTable.indexes.listed.name,
        KeyConditionExpression: 'listedIn = :list',
        ExpressionAttributeValues: { ':list': listOf(system, 'waiting') },
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
