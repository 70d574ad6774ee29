import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { keyBytes, type TextKey } from '../../../core/encryption/cipher.ts';
import { chunksOf } from '../../chunks.ts';
import { HubError } from '../../errors.ts';
import type { Table } from '../batch-requests.ts';
import { conditionally } from '../conditionally.ts';
import { placeOfKey } from './item.ts';
import { makeReadKeys, type StoredKey } from './key-reader.ts';

/** The present keys of these names; whoever has none is given one. */
export type ObtainKeys = (names: readonly string[]) => Promise<Map<string, TextKey>>;

/** How often a key is looked for that somebody else may just be making. */
const attempts = 5;
/** How many new keys are written side by side: a list of a whole borough has thousands. */
const keysAtOnce = 25;

/**
 * Makes the giver of keys. Two who want the key of one name at the same time get the same. After an erasure there is a new
 * key, of the next generation: what is said from then on is another matter.
 * @param randomBytes so many bytes that nobody can guess
 * @throws {HubError} from the giver when keys come and go at every attempt.
 */
export function makeObtainKeys(table: Table, randomBytes: (count: number) => Uint8Array): ObtainKeys {
  const readKeys = makeReadKeys(table);
  return async names => {
    const found = new Map<string, TextKey>();
    let missing = [...new Set(names)];
    for (let attempt = 0; missing.length > 0; attempt += 1) {
      if (attempt === attempts) throw new HubError('Keys come and go at every attempt', { retryable: true });
      if (attempt > 1) await table.pause(attempt - 2);
      const stored = await readKeys(missing);
      for (const { name, generation, key } of [...stored.values()].filter(isPresent))
        found.set(name, { name, generation, key });
      missing = missing.filter(name => !found.has(name));
      const make = (name: string) => makeKey(table, name, stored.get(name), randomBytes(keyBytes));
      for (const some of chunksOf(missing, keysAtOnce)) await Promise.all(some.map(make));
    }
    return found;
  };
}

function isPresent(stored: StoredKey): stored is StoredKey & TextKey {
  return stored.key !== undefined;
}

/** Where somebody else was first, theirs is read next. */
async function makeKey(
  { client, tableName: TableName }: Table,
  name: string,
  before: StoredKey | undefined,
  key: Uint8Array,
): Promise<void> {
  const { generation = 0, erasures = [] } = before ?? {};
  const Item = { ...placeOfKey(name), generation: generation + 1, key, erasures };
  const unchanged =
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'generation = :generation AND attribute_not_exists(#key)',
          ExpressionAttributeNames: { '#key': 'key' },
          ExpressionAttributeValues: { ':generation': generation },
        };
  await conditionally(client.send(new PutCommand({ TableName, Item, ...unchanged })));
}
