import { invalid } from '../errors.ts';
import { projectionOf } from '../expressions/parsed.ts';
import { type Projection, projectionTo } from '../expressions/project.ts';
import { resolved } from '../expressions/scope.ts';
import { type Place, placeOfKey } from '../tables/schema.ts';
import type { MemoryTable } from '../tables/table.ts';
import type { Item } from '../values/attribute-value.ts';
import { checkedItem } from '../values/checked.ts';
import { type Database, tableNamed } from './database.ts';
import { checkKeysAreEnds } from './key-uses.ts';
import type { GetRequest, TransactGetRequest, WithExpressions } from './requests.ts';
import { scopeOf } from './scope-of.ts';

interface GetAnswer {
  Item?: Item;
}

/** GetItem. */
export function getItem(database: Database, request: GetRequest): GetAnswer {
  const table = tableNamed(database, request.TableName);
  const shown = projectionIn(table, request);
  const item = table.get(placeIn(table, request.Key));
  return item ? { Item: shown(item) } : {};
}

const itemsAtMost = 100;

/** TransactGetItems. */
export function transactGetItems(database: Database, { TransactItems }: TransactGetRequest): object {
  if (TransactItems.length > itemsAtMost) throw invalid('Member must have length less than or equal to 100');
  return { Responses: TransactItems.map(({ Get }) => getItem(database, Get)) };
}

/** The place of a key in a request. */
export function placeIn({ declaration }: MemoryTable, key: Item): Place {
  return placeOfKey(declaration, checkedItem(key));
}

/** What a request wants to see of an item. */
export function projectionIn(table: MemoryTable, request: Omit<WithExpressions, 'TableName'>): Projection {
  const scope = scopeOf(request);
  checkKeysAreEnds(table, request, scope);
  const { ProjectionExpression: text } = request;
  return text === undefined
    ? item => item
    : projectionTo(projectionOf(text).map(path => resolved(path, scope)));
}
