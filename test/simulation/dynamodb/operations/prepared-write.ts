import { conditionFailed, failure, invalid, invalidParameter } from '../errors.ts';
import { checkCondition } from '../expressions/check-condition.ts';
import { holds } from '../expressions/evaluate.ts';
import { conditionOf } from '../expressions/parsed.ts';
import { checkIndexKeys, type Place, placeOfItem, placeOfKey } from '../tables/schema.ts';
import type { MemoryTable } from '../tables/table.ts';
import type { Item } from '../values/attribute-value.ts';
import { checkedItem } from '../values/checked.ts';
import { sizeOfItem } from '../values/size.ts';
import { type Database, tableNamed } from './database.ts';
import { checkKeysAreEnds } from './key-uses.ts';
import { preparedUpdate } from './prepared-update.ts';
import type { WriteKind, WriteRequest } from './requests.ts';
import { scopeOf } from './scope-of.ts';

/** A write that is right in itself and has not yet looked at the item. */
export interface PreparedWrite {
  readonly table: MemoryTable;
  readonly place: Place;
  /** @throws {DynamoDbError} where the condition does not hold, with the item if that is wanted. */
  check(before: Item | undefined): void;
  /** What becomes of the item; undefined where it is removed. */
  after(before: Item | undefined): Item | undefined;
  /** Of an update: the item without what it does not touch. */
  readonly touched?: (item: Item) => Item;
}

const largestItem = 400 * 1024;

/** Prepares a write of any kind. @throws where the request is wrong. */
export function prepareWrite(database: Database, kind: WriteKind, request: WriteRequest): PreparedWrite {
  const table = tableNamed(database, request.TableName);
  const scope = scopeOf(request);
  if (kind !== 'ConditionCheck') checkKeysAreEnds(table, request, scope);
  const text = request.ConditionExpression;
  const condition = text === undefined ? undefined : conditionOf(text);
  if (condition) checkCondition(condition, scope);
  const check = (before: Item | undefined): void => {
    if (condition === undefined || holds(condition, before ?? {}, scope)) return;
    const wanted = request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
    const details = wanted && before ? { Item: before } : {};
    throw failure('ConditionalCheckFailedException', conditionFailed, details);
  };
  if (kind === 'Put') return preparedPut(table, request.Item ?? {}, check);
  const key = checkedItem(request.Key ?? {});
  const place = placeOfKey(table.declaration, key);
  if (kind === 'Delete') return { table, place, check, after: () => undefined };
  if (kind === 'ConditionCheck') {
    if (condition === undefined) throw invalid('The ConditionExpression is missing');
    return { table, place, check, after: before => before };
  }
  const { after, touched } = preparedUpdate(table, key, request.UpdateExpression, scope);
  return { table, place, check, touched, after: before => checkedSize(table, after(before)) };
}

function preparedPut(table: MemoryTable, given: Item, check: PreparedWrite['check']): PreparedWrite {
  const item = checkedItem(given);
  const place = placeOfItem(table.declaration, item);
  checkedSize(table, item);
  return { table, place, check, after: () => item };
}

/** Refuses what no index could have, and what is too large. */
function checkedSize({ declaredIndexes }: MemoryTable, item: Item): Item {
  checkIndexKeys(declaredIndexes, item);
  if (sizeOfItem(item) > largestItem) throw invalid('Item size has exceeded the maximum allowed size');
  return item;
}

/** Refuses a kind of answer that an operation does not give. */
export function checkReturnValues({ ReturnValues = 'NONE' }: WriteRequest, known: readonly string[]): void {
  if (!known.includes(ReturnValues)) throw invalidParameter('Return values set to invalid value');
}
