import { dynamoDbCalls } from '@infra/local/dynamodb';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Item } from '../dynamodb/values/attribute-value.ts';
import { type Both, makeBoth } from './both.ts';
import { declarations } from './tables.ts';

let both: Both;

beforeAll(async () => {
  const endpoint = inject('dynamoDbEndpoint');
  both = await makeBoth(endpoint, dynamoDbCalls(endpoint), declarations.records);
});

const itemOf = (sk: string, more: Item = {}): Item => ({ pk: { S: 'a' }, sk: { S: sk }, ...more });
const text = (length: number) => ({ S: 'x'.repeat(length) });

async function ask(operation: string, bodyFor: (table: string) => object): Promise<number> {
  const { answer, difference } = await both.ask({ operation, bodyFor });
  expect(difference).toBeUndefined();
  return answer.status;
}

const put = (Item: Item) => ask('PutItem', TableName => ({ TableName, Item }));
const transact = (actions: (TableName: string) => object[]) =>
  ask('TransactWriteItems', table => ({ TransactItems: actions(table) }));
const puts = (items: readonly Item[]) =>
  transact(TableName => items.map(item => ({ Put: { TableName, Item: item } })));
const many = (count: number, more: Item = {}) =>
  Array.from({ length: count }, (_, index) => itemOf(`many-${index}`, more));

describe('a transaction', () => {
  it('has a hundred actions at most', async () => {
    expect([await puts(many(100)), await puts(many(101)), await puts([])]).toEqual([200, 400, 400]);
  });

  it('has 4 MB at most', async () => {
    const large = { large: text(390 * 1024) };
    expect([await puts(many(10, large)), await puts(many(11, large))]).toEqual([200, 400]);
  });

  it('has one action for an item', async () => {
    expect(await puts([itemOf('s'), itemOf('t'), itemOf('s')])).toBe(400);
  });
});

describe('a batch', () => {
  const write = (items: readonly Item[]) =>
    ask('BatchWriteItem', table => ({
      RequestItems: { [table]: items.map(item => ({ PutRequest: { Item: item } })) },
    }));
  const get = (Keys: readonly Item[]) =>
    ask('BatchGetItem', table => ({ RequestItems: { [table]: { Keys } } }));

  it('writes 25 items at most, and none twice', async () => {
    expect([await write(many(25)), await write(many(26))]).toEqual([200, 400]);
    expect(await write([itemOf('s'), itemOf('s')])).toBe(400);
  });

  it('reads a hundred items at most, and none twice', async () => {
    expect([await get(many(100)), await get(many(101))]).toEqual([200, 400]);
    expect(await get([itemOf('s'), itemOf('s')])).toBe(400);
  });
});

it('ends a page with the item that goes over 1 MB', async () => {
  const large = { large: text(104_857 - 20) };
  for (const item of many(25, large)) await put(item);
  for (const ScanIndexForward of [true, false])
    await ask('Query', TableName => ({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': { S: 'a' }, ':sk': { S: 'many' } },
      ScanIndexForward,
      Select: 'COUNT',
    }));
});

it.each(['sk', 'ordinality', 'Order', 'state', 'states'])(
  'knows whether %s is a reserved word',
  async word => {
    await ask('GetItem', TableName => ({ TableName, Key: itemOf('s'), ProjectionExpression: word }));
  },
);
