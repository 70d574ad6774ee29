import type { TableDeclaration } from '../../../functions/shell/tables/table.ts';
import type { Random } from '../../bench/support/random.ts';
import type { Item, Value } from '../dynamodb/values/attribute-value.ts';
import type { Asked } from './request.ts';
import { strangeValues } from './strange-values.ts';

/** The values that the hub gives to each attribute or placeholder, few enough that requests often meet. */
export interface Pools {
  readonly keys: readonly [string, string];
  readonly attributes: readonly string[];
  readonly indexKeys: readonly string[];
  /** Those attributes that are no key of an index. */
  readonly changeable: readonly string[];
  keyOf(random: Random): Item;
  /** One that something of these names had somewhere, or now and then another. */
  valueFor(random: Random, ...names: readonly string[]): Value;
}

const partitions = 3;
const sorts = 8;
const strangeOnceIn = 30;

/** Gathers the values of everything that was asked of a table. */
export function makePools(
  asked: readonly Asked[],
  { partitionKey, sortKey, indexes }: TableDeclaration,
): Pools {
  const keys = [partitionKey, sortKey] as const;
  const indexKeys = Object.values(indexes).flatMap(index => [index.partitionKey, index.sortKey]);
  const seen = new Map<string, Value[]>();
  const see = (items: readonly (Item | undefined)[]) => {
    for (const [name, value] of items.flatMap(item => Object.entries(item ?? {})))
      seen.set(name, [...(seen.get(name) ?? []), value]);
  };
  for (const { body } of asked)
    see([body.Item, body.Key, body.ExpressionAttributeValues, ...(body.Keys ?? [])]);
  for (const [key, count] of [[keys[0], partitions] as const, [keys[1], sorts] as const])
    seen.set(key, spread(seen.get(key) ?? [], count));
  const valueFor: Pools['valueFor'] = (random, ...names) => {
    const known = seen.get(random.pick(names)) ?? seen.get(names[0] ?? '');
    return random.below(strangeOnceIn) === 0
      ? random.pick(strangeValues)
      : random.pick(known ?? strangeValues);
  };
  const attributes = [...seen.keys()].filter(
    name => !/^:/.test(name) && name !== partitionKey && name !== sortKey,
  );
  return {
    keys,
    indexKeys,
    attributes,
    changeable: attributes.filter(name => !indexKeys.includes(name)),
    valueFor,
    keyOf: random => Object.fromEntries(keys.map(key => [key, random.pick(seen.get(key) ?? [])])),
  };
}

function spread(values: readonly Value[], count: number): Value[] {
  const different = [...new Map(values.map(value => [JSON.stringify(value), value])).values()];
  const step = Math.max(1, Math.floor(different.length / count));
  return different.filter((_, index) => index % step === 0).slice(0, count);
}
