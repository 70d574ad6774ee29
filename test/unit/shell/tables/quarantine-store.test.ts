import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { makeKeep } from '../../../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { Refused } from '../../../../functions/shell/tables/quarantine/refused.ts';
import { instant } from '../../../support/events.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
afterAll(() => dynamo.restore());
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-2' }));
const keep = makeKeep({ client, tableName: 'quarantine' });
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
