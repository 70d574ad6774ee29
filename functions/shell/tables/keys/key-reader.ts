import type { KnownKey } from '../../../core/encryption/decrypt-value.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { keyItemSchema, placeOfKey } from './item.ts';

/** What is known of the keys of these names; of a name that never had one, nothing. */
export type ReadKeys = (names: readonly string[]) => Promise<Map<string, KnownKey>>;

/** Makes the reader of keys. It sees what was destroyed a moment ago: nothing of them is kept between two reads. */
export function makeReadKeys(table: Table): ReadKeys {
  return async names => {
    const items = await batchGet(table, names.map(placeOfKey), { consistent: true });
    return new Map(
      items.map(item => {
        const { pk: name, ...known } = readItem(table.tableName, keyItemSchema, item);
        return [name, { name, ...known }];
      }),
    );
  };
}
