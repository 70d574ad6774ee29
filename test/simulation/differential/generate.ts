import { randomUUID } from 'node:crypto';
import type { Random } from '../../bench/support/random.ts';
import { freeRequest } from './free-requests.ts';
import type { Pools } from './pools.ts';
import type { Asked, Body, Sent } from './request.ts';
import { varied } from './vary.ts';

const actions = ['Put', 'Update', 'Delete', 'ConditionCheck'];
const freeOnceIn = 3;

/** Makes up what is asked next of a table: mostly what the hub asks, with other keys and values. */
export function generated(asked: readonly Asked[], pools: Pools, random: Random): Sent {
  const free = random.below(freeOnceIn) === 0;
  const next = free ? freeRequest(pools, random) : varied(random.pick(asked), pools, random);
  if (actions.includes(next.operation))
    return transaction([next, ...more(next, asked, pools, random)], random);
  if (next.operation.startsWith('Batched')) return batch([next, ...more(next, asked, pools, random)]);
  if (next.operation === 'Get') return readAtOnce([next, ...others(asked, pools, random)], pools);
  if (next.operation === 'BatchGetItem')
    return { operation: next.operation, bodyFor: table => ({ RequestItems: { [table]: next.body } }) };
  return { operation: next.operation, bodyFor: TableName => ({ TableName, ...next.body }) };
}

function others(asked: readonly Asked[], pools: Pools, random: Random): Asked[] {
  return Array.from({ length: random.below(4) }, () => varied(random.pick(asked), pools, random));
}

/** What is read in one transaction: an item at most once. */
function readAtOnce(all: readonly Asked[], pools: Pools): Sent {
  const once = new Map(all.filter(({ body }) => body.Key).map(one => [placeOf(one, pools), one]));
  return {
    operation: 'TransactGetItems',
    bodyFor: TableName => ({
      TransactItems: [...once.values()].map(({ body: { Key } }) => ({ Get: { TableName, Key } })),
    }),
  };
}

/** What else is asked in the same transaction or batch: of other items, as DynamoDB Local looks at conditions first. */
function more(first: Asked, asked: readonly Asked[], pools: Pools, random: Random): Asked[] {
  const writes = others(asked, pools, random).filter(
    ({ body }) => body.Item || (body.Key && !body.ReturnValues),
  );
  const places = new Set([placeOf(first, pools)]);
  return writes.filter(write => {
    const place = placeOf(write, pools);
    return !places.has(place) && places.add(place);
  });
}

function placeOf({ body: { Item, Key } }: Asked, { keys }: Pools): string {
  return JSON.stringify(keys.map(key => (Item ?? Key)?.[key]));
}

function transaction(all: readonly Asked[], random: Random): Sent {
  const TransactItems = all.map(({ operation, body: { ReturnValues: _none, ...body } }) => ({
    kind: actions.includes(operation) ? operation : kindOf(body),
    body,
  }));
  const token = random.below(5) === 0 ? { ClientRequestToken: randomUUID() } : {};
  return {
    operation: 'TransactWriteItems',
    bodyFor: TableName => ({
      TransactItems: TransactItems.map(({ kind, body }) => ({ [kind]: { TableName, ...body } })),
      ...token,
    }),
  };
}

function kindOf({ Item, UpdateExpression }: Body): string {
  if (Item) return 'Put';
  return UpdateExpression === undefined ? 'Delete' : 'Update';
}

function batch(all: readonly Asked[]): Sent {
  const writes = all.map(({ body: { Item, Key } }) =>
    Item ? { PutRequest: { Item } } : { DeleteRequest: { Key } },
  );
  return { operation: 'BatchWriteItem', bodyFor: table => ({ RequestItems: { [table]: writes } }) };
}
