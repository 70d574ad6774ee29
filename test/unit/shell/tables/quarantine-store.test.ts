import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { makeKeep } from '../../../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { Refused } from '../../../../functions/shell/tables/quarantine/refused.ts';
import { instant } from '../../../support/events.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
afterAll(() => dynamo.restore());
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-2' }));
const keep = makeKeep({ client, tableName: 'quarantine', pause: () => Promise.resolve() });
const refused: Refused = {
  system: 'leaks',
  reason: 'invalid',
  problems: [],
  payload: '{"a":1}',
  contentType: 'application/json',
  receivedAt: instant('2025-06-02T07:40:00Z'),
};
beforeEach(() => {
  dynamo.reset();
});

it('gives an item the same id whenever it is refused, and other items others', async () => {
  dynamo.on(PutCommand).resolves({});
  const id = await keep(refused);
  expect(await keep({ ...refused, receivedAt: instant('2025-07-01T00:00:00Z'), reason: 'unmatched' })).toBe(
    id,
  );
  expect(await keep({ ...refused, payload: '{"a":2}' })).not.toBe(id);
  expect(await keep({ ...refused, system: 'repairs' })).not.toBe(id);
});

it('is content when the item is kept already, and passes every other error on', async () => {
  const kept = new ConditionalCheckFailedException({ message: 'there', $metadata: {} });
  dynamo.on(PutCommand).rejectsOnce(kept);
  await expect(keep(refused)).resolves.toBeDefined();
  dynamo.on(PutCommand).rejects(new Error('throttled'));
  await expect(keep(refused)).rejects.toThrow('throttled');
});

it('does not pretend to keep what no item can hold', async () => {
  await expect(keep({ ...refused, payload: 'x'.repeat(301 * 1024) })).rejects.toMatchObject({
    retryable: false,
  });
  expect(dynamo.calls()).toEqual([]);
});

it('keeps as it came what cannot be kept with all that is known of it', async () => {
  const tooLong = Object.assign(new Error('key'), { name: 'ValidationException' });
  dynamo.on(TransactWriteCommand).rejects(tooLong).on(PutCommand).resolves({});
  await keep({ ...refused, waitsFor: { home: 'x'.repeat(2_000) } });
  const [kept] = dynamo.commandCalls(PutCommand);
  expect(kept?.args[0].input.Item).toMatchObject({ payload: '{"a":1}', state: 'waiting' });
  expect(kept?.args[0].input.Item?.['key']).toBeUndefined();
});

it('keeps the first fifty problems of many, and says how many more there are', async () => {
  dynamo.on(PutCommand).resolves({});
  const problems = Array.from({ length: 70 }, (_, index) => ({
    path: `/${index}`,
    message: 'x'.repeat(400),
  }));
  await keep({ ...refused, problems });
  const kept = dynamo.commandCalls(PutCommand)[0]?.args[0].input.Item?.['problems'];
  expect(kept).toHaveLength(51);
  expect(kept[49]).toEqual({ path: '/49', message: 'x'.repeat(300) });
  expect(kept[50]).toEqual({ path: '', message: '20 more are wrong' });
});
