import { expect, it } from 'vitest';
import { auditTable } from '../../../functions/shell/tables/audit/table.ts';
import { recordsTable } from '../../../functions/shell/tables/records/table.ts';
import { makeMemoryDynamoDb } from './memory-dynamodb.ts';
import type { IndexChange } from './tables/table.ts';

const TableName = 'records';
const itemOf = (sk: string, more: object = {}) => ({ pk: { S: 'HOME' }, sk: { S: sk }, ...more });

function opened() {
  let at = 0;
  const memory = makeMemoryDynamoDb({ now: () => at });
  memory.createTable(TableName, recordsTable);
  const put = (Item: object, more: object = {}) => memory.serve('PutItem', { TableName, Item, ...more });
  return { memory, put, pass: (milliseconds: number) => (at += milliseconds) };
}

it('shows every change in its stream, in order, and none where nothing changed', () => {
  const { memory, put } = opened();
  put(itemOf('A', { version: { N: '1' } }));
  put(itemOf('A', { version: { N: '1.0' } }));
  put(itemOf('A', { version: { N: '2' } }));
  put(itemOf('A'), { ConditionExpression: 'attribute_not_exists(pk)' });
  memory.serve('DeleteItem', { TableName, Key: itemOf('A') });
  const records = memory.stream(TableName)?.read(0, 10) ?? [];
  expect(records.map(({ eventName, dynamodb }) => [eventName, dynamodb?.NewImage?.['version']?.N])).toEqual([
    ['INSERT', '1'],
    ['MODIFY', '2'],
    ['REMOVE', undefined],
  ]);
  const numbers = records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '');
  expect(numbers.toSorted()).toEqual(numbers);
  expect(memory.stream(TableName)?.read(2, 10)).toEqual(records.slice(2));
});

it('has no stream where none is declared', () => {
  const { memory } = opened();
  memory.createTable('audit', auditTable);
  expect(memory.stream('audit')).toBeUndefined();
});

it('lets an index lag until the change is applied', () => {
  const changes: IndexChange[] = [];
  const memory = makeMemoryDynamoDb({ now: () => 0, onIndexChange: change => changes.push(change) });
  memory.createTable(TableName, recordsTable);
  const flagged = () => {
    const query = {
      ...{ TableName, IndexName: 'flagged', KeyConditionExpression: 'flagged = :v' },
      ExpressionAttributeValues: { ':v': { S: 'F' } },
    };
    return (memory.serve('Query', query).body as { Count: number }).Count;
  };
  memory.serve('PutItem', { TableName, Item: itemOf('A', { flagged: { S: 'F' } }) });
  expect(flagged()).toBe(0);
  for (const { apply } of changes.splice(0)) apply();
  expect(flagged()).toBe(1);
  memory.serve('DeleteItem', { TableName, Key: itemOf('A') });
  expect(flagged()).toBe(1);
});

it('does a transaction once for its token, and forgets the token after ten minutes', () => {
  const { memory, pass } = opened();
  const add = { TableName, Key: itemOf('A'), UpdateExpression: 'ADD #n :one' };
  const names = { ExpressionAttributeNames: { '#n': 'count' } };
  const transact = (by: string) =>
    memory.serve('TransactWriteItems', {
      TransactItems: [{ Update: { ...add, ...names, ExpressionAttributeValues: { ':one': { N: by } } } }],
      ClientRequestToken: 'once',
    });
  const count = () => (memory.serve('GetItem', { TableName, Key: itemOf('A') }).body as Counted).Item.count.N;
  expect([transact('1').status, transact('1').status, count()]).toEqual([200, 200, '1']);
  expect(transact('2').body).toMatchObject({
    __type: expect.stringMatching(/#IdempotentParameterMismatchException$/),
  });
  pass(10 * 60 * 1000);
  expect([transact('1').status, count()]).toEqual([200, '2']);
});

interface Counted {
  Item: { count: { N: string } };
}
