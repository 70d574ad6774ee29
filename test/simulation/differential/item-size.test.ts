import { dynamoDbCalls } from '@infra/local/dynamodb';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Item, Value } from '../dynamodb/values/attribute-value.ts';
import { type Both, makeBoth } from './both.ts';
import { declarations } from './tables.ts';

let both: Both;

beforeAll(async () => {
  const endpoint = inject('dynamoDbEndpoint');
  both = await makeBoth(endpoint, dynamoDbCalls(endpoint), declarations.quarantine);
});

const text = (length: number): Value => ({ S: 'x'.repeat(length) });

/** Puts an item in both tables. Gives the status on which they agree. */
async function put(more: Item): Promise<number> {
  const Item = { pk: { S: 'a' }, sk: { S: 's' }, ...more };
  const bodyFor = (TableName: string) => ({ TableName, Item });
  const { answer, difference } = await both.ask({ operation: 'PutItem', bodyFor });
  expect(difference).toBeUndefined();
  return answer.status;
}

const values: Record<string, Value> = {
  'a short number': { N: '-12.345' },
  'a long number': { N: '12345678901234567890123456789012345678' },
  'a list': { L: [{ S: 'b' }, { L: [] }] },
  'a map': { M: { a: { S: 'é' }, c: { M: {} } } },
  'a set': { NS: ['1', '200', '0.001'] },
  bytes: { B: 'AAEC' },
};
/** Without the text, an item of these tests has `pk`, `a`, `sk`, `s`, `v`, `large`. */
const namesAndKeys = 2 + 1 + 2 + 1 + 1 + 5;

describe('an item may have 400 KB', () => {
  it.each(Object.entries(values))('with %s, to the byte', async (_, v) => {
    const stores = async (spare: number) =>
      (await put({ v, large: text(400 * 1024 - namesAndKeys - spare) })) === 200;
    let [refused, stored] = [0, 32];
    expect([await stores(refused), await stores(stored)]).toEqual([false, true]);
    while (stored - refused > 1) {
      const middle = (refused + stored) >> 1;
      if (await stores(middle)) stored = middle;
      else refused = middle;
    }
  });
});
