import type { KnownKey } from '../../../core/encryption/decrypt-value.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { type Erasure, keyItemSchema, placeOfKey } from './item.ts';

/** What is kept of the keys of a name: the present one, if there is one, and what became of those before it. */
export type StoredKey = KnownKey & { erasures: readonly Erasure[] };

/** What is kept of the keys of these names; of a name that never had one, nothing. */
export type ReadKeys = (names: readonly string[]) => Promise<Map<string, StoredKey>>;

/** Makes the reader of keys. It sees what was destroyed a moment ago: nothing of them is kept between two reads. */
export function makeReadKeys(table: Table): ReadKeys {
  return async names => {
    const items = await batchGet(table, names.map(placeOfKey), { consistent: true });
    return new Map(
      items.map(item => {
        const { pk: name, ...kept } = readItem(table.tableName, keyItemSchema, item);
        return [name, { name, ...kept }];
      }),
    );
  };
}
