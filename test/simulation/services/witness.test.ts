import { expect, it } from 'vitest';
import type { Answer, Call, Json, Process } from '../world/process.ts';
import { makeScheduler } from '../world/scheduler.ts';
import { makeBucket } from './objects.ts';
import { makeTables } from './tables.ts';
import { makeWitness } from './witness.ts';

const process = (name: string) => ({ name }) as Process;
const [one, other] = [process('one'), process('other')];
const keys = { pk: { S: 'PROPERTY#1' }, sk: { S: 'RECORD' } };
const TableName = 'Records';

/** Two that read and write the same. */
function table() {
  const tables = makeTables(
    makeScheduler(0, () => false),
    () => 0,
  );
  const history = makeBucket();
  const witness = makeWitness(tables, history);
  const ask = (by: Process, operation: string, body: Json): Answer => {
    const call: Call = { process: by, service: 'dynamodb', operation, body };
    return witness.watch(call, () => tables.serve(operation, body) as Answer);
  };
  const object = (by: Process, operation: string, body: Json): Answer => {
    const call: Call = { process: by, service: 's3', operation, body: { bucket: 'history', ...body } };
    return witness.watch(call, () => history.serve(operation, call.body));
  };
  return {
    witness,
    object,
    put: (by: Process, version: number) =>
      ask(by, 'PutItem', { TableName, Item: { ...keys, version: { N: String(version) } } }),
    reads: {
      GetItem: (by: Process) => ask(by, 'GetItem', { TableName, Key: keys }),
      BatchGetItem: (by: Process) =>
        ask(by, 'BatchGetItem', { RequestItems: { [TableName]: { Keys: [keys] } } }),
      TransactGetItems: (by: Process) =>
        ask(by, 'TransactGetItems', { TransactItems: [{ Get: { TableName, Key: keys } }] }),
      Query: (by: Process) =>
        ask(by, 'Query', {
          ...{ TableName, KeyConditionExpression: 'pk = :pk' },
          ExpressionAttributeValues: { ':pk': keys.pk },
        }),
    },
  };
}

it.each(['GetItem', 'BatchGetItem', 'TransactGetItems', 'Query'] as const)(
  'whoever has read a record as it is by %s may write over it, and nobody else',
  how => {
    const { witness, put, reads } = table();
    put(one, 1);
    reads[how](other);
    put(other, 2);
    expect(witness.unseen).toEqual([]);
    put(one, 3);
    expect(witness.unseen).toEqual([
      'one has written over Records PROPERTY#1 RECORD by PutItem, and had not read it as it was',
    ]);
  },
);

it('whoever has read that nothing was there may not write over what came since', () => {
  const { witness, put, reads } = table();
  reads.GetItem(one);
  put(other, 1);
  put(one, 2);
  expect(witness.unseen).toHaveLength(1);
});

it('the same holds of objects', () => {
  const { witness, object } = table();
  object(one, 'PUT', { key: 'events/1', content: Buffer.from('a') });
  object(other, 'GET', { key: 'events/1' });
  object(other, 'PUT', { key: 'events/1', content: Buffer.from('b') });
  expect(witness.unseen).toEqual([]);
  object(one, 'PUT', { key: 'events/1', content: Buffer.from('c') });
  expect(witness.unseen).toHaveLength(1);
});

it('what waits for others to write waits for so many of theirs, and for none of its own', () => {
  const { witness, put } = table();
  const place = { id: 'Records PROPERTY#1 RECORD', where: TableName, key: keys };
  let happened = 0;
  witness.afterOthers([place], one, 2, () => {
    happened += 1;
  });
  put(one, 1);
  put(other, 2);
  expect(happened).toBe(0);
  put(other, 3);
  put(other, 4);
  expect(happened).toBe(1);
});
