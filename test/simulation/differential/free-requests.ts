import type { Random } from '../../bench/support/random.ts';
import { makeFreeExpressions } from './free-expressions.ts';
import type { Pools } from './pools.ts';
import type { Asked } from './request.ts';

/** A request with expressions that the hub does not have. */
export function freeRequest(pools: Pools, random: Random): Asked {
  const { condition, update, path, body } = makeFreeExpressions(pools, random);
  const Key = pools.keyOf(random);
  const onFailure = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
  const ReturnValues = random.pick(['NONE', 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW']);
  return random.pick<() => Asked>([
    () => {
      const conditionally = random.below(2) === 0 ? { ConditionExpression: condition() } : {};
      return {
        operation: 'UpdateItem',
        body: { Key, ReturnValues, ...body({ UpdateExpression: update(), ...conditionally }) },
      };
    },
    () => ({
      operation: 'DeleteItem',
      body: { Key, ...onFailure, ...body({ ConditionExpression: condition() }) },
    }),
    () => ({
      operation: 'ConditionCheck',
      body: { Key, ...onFailure, ...body({ ConditionExpression: condition() }) },
    }),
    () => ({ operation: 'Update', body: { Key, ...onFailure, ...body({ UpdateExpression: update() }) } }),
    () => ({ operation: 'Scan', body: body({ FilterExpression: condition() }) }),
    () => freeQuery(pools, random),
    () => ({
      operation: 'GetItem',
      body: { Key, ...body({ ProjectionExpression: `${path()}, ${path()}` }) },
    }),
  ])();
}

/** A query of the table, with a filter and a projection that the hub does not have. */
function freeQuery(pools: Pools, random: Random): Asked {
  const { condition, path, body } = makeFreeExpressions(pools, random);
  const [partition] = pools.keys;
  const expressions = {
    FilterExpression: condition(),
    ...(random.below(2) === 0 && { ProjectionExpression: `${path()}, ${partition}` }),
  };
  const { ExpressionAttributeValues, ...others } = body(expressions);
  const value = pools.keyOf(random)[partition] ?? {};
  return {
    operation: 'Query',
    body: {
      ...others,
      KeyConditionExpression: `${partition} = :partition`,
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ':partition': value },
      ScanIndexForward: random.below(2) === 0,
      Limit: 1 + random.below(6),
    },
  };
}
