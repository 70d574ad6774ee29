import type { SystemName } from '../../../../schemas/reference.ts';
import type { ToldOf } from '../../../core/delivery/echo.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { deliverySchema, holdingItemSchema } from './items.ts';
import { flagIdIn, receiptKey } from './keys.ts';

/** What one system was told of some flags, by flag id; a flag that it was never told of is left out. */
export type ReadTold = (ids: readonly string[]) => Promise<ReadonlyMap<string, ToldOf>>;

/** Makes the reader of what one system was told: a read unit a flag, and no call where nothing is asked. */
export function makeReadTold(table: Table, system: SystemName): ReadTold {
  return async ids => {
    const keys = [...new Set(ids)].map(id => receiptKey(system, { id }));
    const items = await batchGet(table, keys, { consistent: true });
    return new Map(
      items.map(item => {
        const id = flagIdIn(readItem(table.tableName, holdingItemSchema, item)) ?? '';
        return [id, readItem(table.tableName, deliverySchema, item)];
      }),
    );
  };
}
