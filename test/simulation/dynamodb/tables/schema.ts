import type { IndexDeclaration, TableDeclaration } from '../../../../functions/shell/tables/table.ts';
import { invalid, invalidParameter } from '../errors.ts';
import { type Item, typeOf, type Value } from '../values/attribute-value.ts';

/** The place of an item in a table: its two keys, which the hub has as text everywhere. */
export interface Place {
  readonly partition: string;
  readonly sort: string;
}

type Schema = Pick<TableDeclaration, 'partitionKey' | 'sortKey'>;

/** The key of an item, alone. */
export function keyOf({ partitionKey, sortKey }: Schema, item: Item): Item {
  return { [partitionKey]: item[partitionKey] ?? {}, [sortKey]: item[sortKey] ?? {} };
}

/** The place that a key stands for. @throws where it is not exactly the table's key, or too long. */
export function placeOfKey(schema: Schema, key: Item): Place {
  const names = Object.keys(key);
  if (names.length !== 2 || !names.includes(schema.partitionKey) || !names.includes(schema.sortKey))
    throw invalid('The provided key element does not match the schema');
  for (const name of names)
    if (key[name]?.S === undefined) throw invalid('The provided key element does not match the schema');
  return checkedPlace(schema, key);
}

/** The place of an item that is to be stored. @throws where a key is missing, of a wrong type, empty or too long. */
export function placeOfItem(schema: Schema, item: Item): Place {
  for (const name of [schema.partitionKey, schema.sortKey]) {
    const value = item[name];
    if (value === undefined) throw invalidParameter(`Missing the key ${name} in the item`);
    if (value.S === undefined)
      throw invalidParameter(`Type mismatch for key ${name} expected: S actual: ${typeOf(value)}`);
  }
  return checkedPlace(schema, item);
}

const longestPartitionKey = 2048;
const longestSortKey = 1024;

function checkedPlace({ partitionKey, sortKey }: Schema, item: Item): Place {
  const partition = textOf(item, partitionKey, longestPartitionKey);
  return { partition, sort: textOf(item, sortKey, longestSortKey) };
}

function textOf(item: Item, name: string, longest: number): string {
  const text = item[name]?.S ?? '';
  if (text === '')
    throw invalid(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
    );
  if (text.length * 3 > longest && Buffer.byteLength(text) > longest)
    throw invalidParameter(`Size of key ${name} has exceeded the maximum size limit of ${longest} bytes`);
  return text;
}

/** The place of an item in an index; none where it lacks one of the index's keys. */
export function placeInIndex(index: IndexDeclaration, item: Item): Place | undefined {
  const [partition, sort] = [item[index.partitionKey]?.S, item[index.sortKey]?.S];
  return partition === undefined || sort === undefined ? undefined : { partition, sort };
}

/** Refuses an item whose value for a key of an index is none that the index could have. */
export function checkIndexKeys(indexes: readonly IndexDeclaration[], item: Item): void {
  for (const { name, partitionKey, sortKey } of indexes)
    for (const key of [partitionKey, sortKey]) checkIndexKey(name, key, item[key]);
}

function checkIndexKey(index: string, key: string, value: Value | undefined): void {
  if (value === undefined) return;
  if (value.S === undefined)
    throw invalidParameter(
      `Type mismatch for Index Key ${key} Expected: S Actual: ${typeOf(value)} IndexName: ${index}`,
    );
  if (value.S === '')
    throw invalid(
      `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ${index}, IndexKey: ${key}`,
    );
}
