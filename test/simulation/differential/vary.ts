import type { Random } from '../../bench/support/random.ts';
import type { Item, Value } from '../dynamodb/values/attribute-value.ts';
import type { Pools } from './pools.ts';
import type { Asked, Body } from './request.ts';

/** What the hub asked, with other keys and values. */
export function varied({ operation, body }: Asked, pools: Pools, random: Random): Asked {
  const { Key, Item, Keys, ExpressionAttributeValues, ...others } = body;
  const values = ExpressionAttributeValues && variedValues(ExpressionAttributeValues, body, pools, random);
  return {
    operation,
    body: {
      ...others,
      ...(Key && { Key: pools.keyOf(random) }),
      ...(Item && { Item: variedItem(Item, pools, random) }),
      ...(Keys && { Keys: Keys.map(() => pools.keyOf(random)) }),
      ...(values && { ExpressionAttributeValues: values }),
      ...variedAnswer(operation, body, random),
    },
  };
}

function variedItem(item: Item, pools: Pools, random: Random): Item {
  const others = Object.entries(item)
    .filter(([name]) => !pools.keys.includes(name) && random.below(8) > 0)
    .map(([name, value]): [string, Value] => [
      name,
      random.below(2) === 0 ? value : pools.valueFor(random, name),
    ]);
  const large = random.below(400) === 0 ? { large: { S: 'x'.repeat(300_000) } } : {};
  return { ...Object.fromEntries(others), ...large, ...pools.keyOf(random) };
}

function variedValues(values: Item, body: Body, pools: Pools, random: Random): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([placeholder, original]) => {
      const attribute = attributeBeside(placeholder, body) ?? placeholder;
      const found = pools.valueFor(random, attribute, attribute, placeholder);
      // DynamoDB Local lets an update set a key of an index to what is no text, and DynamoDB does not.
      const isKept = !found.S && pools.indexKeys.includes(attribute) && body.UpdateExpression;
      const value = isKept ? original : found;
      return [placeholder, shortened(value, placeholder, body, random)];
    }),
  );
}

const expressions = [
  'KeyConditionExpression',
  'FilterExpression',
  'ConditionExpression',
  'UpdateExpression',
] as const;

/** The attribute that a placeholder is compared with or set to. */
function attributeBeside(placeholder: string, body: Body): string | undefined {
  const beside = new RegExp(
    `([#\\w]+)(?: (?:=|<>|<=?|>=?|BETWEEN|IN) \\(?|, )(?::\\w+(?: AND |, ))*${placeholder}\\b`,
  );
  for (const field of expressions) {
    const [, name] = beside.exec(body[field] ?? '') ?? [];
    if (name !== undefined) return body.ExpressionAttributeNames?.[name] ?? name;
  }
  return undefined;
}

/** What a text begins with, where that is asked. */
function shortened(value: Value, placeholder: string, body: Body, random: Random): Value {
  const asks = expressions.some(field => body[field]?.includes(`, ${placeholder})`));
  const characters = [...(value.S ?? '')];
  if (!asks || characters.length === 0) return value;
  return { S: characters.slice(0, 1 + random.below(characters.length)).join('') };
}

/** Other wishes about the answer. */
function variedAnswer(operation: string, body: Body, random: Random): Body {
  const onFailure = random.below(2) === 0 ? 'ALL_OLD' : 'NONE';
  const onWrite = body.ConditionExpression ? { ReturnValuesOnConditionCheckFailure: onFailure } : {};
  if (operation === 'UpdateItem')
    return {
      ...onWrite,
      ReturnValues: random.pick(['NONE', 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW']),
    };
  if (operation === 'PutItem' || operation === 'DeleteItem')
    return { ...onWrite, ReturnValues: random.pick(['NONE', 'ALL_OLD']) };
  if (operation !== 'Query') return operation === 'ConditionCheck' || body.ConditionExpression ? onWrite : {};
  return {
    ScanIndexForward: random.below(2) === 0,
    ...(random.below(2) === 0 && { Limit: 1 + random.below(4) }),
  };
}
