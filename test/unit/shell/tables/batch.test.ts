import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { batchGet, batchWrite } from '../../../../functions/shell/tables/batch-requests.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
afterAll(() => dynamo.restore());
const pause = vi.fn(() => Promise.resolve());
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-2' }));
const table = { client, tableName: 't', pause };
const keys = Array.from({ length: 130 }, (_, index) => ({ pk: `P${index}`, sk: 'S' }));

beforeEach(() => {
  dynamo.reset();
  pause.mockClear();
});

describe('reading many items', () => {
  it('asks for a hundred at a time and again for those left out', async () => {
    dynamo
      .on(BatchGetCommand)
      .resolvesOnce({
        Responses: { t: keys.slice(0, 99) },
        UnprocessedKeys: { t: { Keys: keys.slice(99, 100) } },
      })
      .callsFake(({ RequestItems }) => ({ Responses: { t: RequestItems.t.Keys } }));
    expect(await batchGet(table, keys, { consistent: true })).toEqual(keys);
    const asked = dynamo.commandCalls(BatchGetCommand).map(call => call.args[0].input.RequestItems?.['t']);
    expect(asked.map(request => request?.Keys?.length)).toEqual([100, 1, 30]);
    expect(asked.every(request => request?.ConsistentRead === true)).toBe(true);
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it('gives up, to be tried again, when the table goes on leaving keys out', async () => {
    dynamo.on(BatchGetCommand).resolves({ UnprocessedKeys: { t: { Keys: keys.slice(0, 1) } } });
    await expect(batchGet(table, keys.slice(0, 1), { consistent: false })).rejects.toMatchObject({
      retryable: true,
    });
  });
});

it('writes twenty-five items at a time and again those left out', async () => {
  dynamo
    .on(BatchWriteCommand)
    .callsFakeOnce(({ RequestItems }) => ({ UnprocessedItems: { t: RequestItems.t.slice(24) } }))
    .resolves({});
  await batchWrite(table, [...keys.slice(0, 29).map(put => ({ put })), { remove: { pk: 'P', sk: 'S' } }]);
  const requests = dynamo.commandCalls(BatchWriteCommand).map(call => call.args[0].input.RequestItems?.['t']);
  expect(requests.map(request => request?.length)).toEqual([25, 1, 5]);
  expect(requests[2]?.at(-1)).toEqual({ DeleteRequest: { Key: { pk: 'P', sk: 'S' } } });
});
