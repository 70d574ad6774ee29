import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactGetCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it, vi } from 'vitest';
import { readAtOnce } from '../../../../functions/shell/tables/read-at-once.ts';

const client = mockClient(DynamoDBDocumentClient);
const keys = [
  { pk: 'PROPERTY#1', sk: 'RECORD' },
  { pk: 'PROPERTY#2', sk: 'RECORD' },
];
const pause = vi.fn(() => Promise.resolve());
const read = () =>
  readAtOnce({ client: client as unknown as DynamoDBDocumentClient, tableName: 'records', pause }, keys);
const cancelled = (Code: string) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: [{ Code: 'None' }, { Code }],
  });

beforeEach(() => {
  client.reset();
  pause.mockClear();
});

it('gives items by the places of their keys, and nothing for those that are not there', async () => {
  const Item = { pk: 'PROPERTY#2', sk: 'RECORD' };
  client.on(TransactGetCommand).resolves({ Responses: [{}, { Item }] });
  expect(await read()).toEqual([undefined, Item]);
  expect(client.commandCalls(TransactGetCommand)[0]?.args[0].input.TransactItems).toEqual(
    keys.map(Key => ({ Get: { TableName: 'records', Key } })),
  );
});

it('asks again while somebody is writing one of them, with a pause between', async () => {
  client
    .on(TransactGetCommand)
    .rejectsOnce(cancelled('TransactionConflict'))
    .rejectsOnce(cancelled('ThrottlingError'))
    .resolves({ Responses: [{}, {}] });
  expect(await read()).toEqual([undefined, undefined]);
  expect(pause.mock.calls).toEqual([[0], [1]]);
});

it('gives up in the end, to be tried again', async () => {
  client.on(TransactGetCommand).rejects(cancelled('TransactionConflict'));
  await expect(read()).rejects.toMatchObject({ retryable: true });
  expect(client.commandCalls(TransactGetCommand)).toHaveLength(8);
});

it('passes on at once what does not pass by itself', async () => {
  const error = cancelled('ValidationError');
  client.on(TransactGetCommand).rejects(error);
  await expect(read()).rejects.toThrow(error);
  expect(pause).not.toHaveBeenCalled();
});
