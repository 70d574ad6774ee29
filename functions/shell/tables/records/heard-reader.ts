import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { heardItemSchema } from './items.ts';
import { heardKey } from './keys.ts';

/** What each of these ids was first heard to say, by its fingerprint; an id that was never heard is not there. */
export type HeardFingerprints = (eventIds: readonly string[]) => Promise<Map<string, string>>;

/** Makes the reader of what ids were first heard to say. */
export function makeHeardFingerprints(table: Table): HeardFingerprints {
  return async eventIds => {
    const ids = new Map(eventIds.map(id => [heardKey(id).pk, id]));
    const items = await batchGet(table, [...ids.values()].map(heardKey), { consistent: true });
    const heard = items.map(item => readItem(table.tableName, heardItemSchema, item));
    return new Map(heard.map(({ pk, fingerprint }) => [ids.get(pk) ?? '', fingerprint]));
  };
}
