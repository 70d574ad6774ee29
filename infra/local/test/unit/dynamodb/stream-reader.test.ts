import { expect, it } from 'vitest';
import { type DynamoDbCall, DynamoDbError } from '../../../dynamodb/client.ts';
import { openStream } from '../../../dynamodb/stream-reader.ts';

/** A stream of two shards: the second follows when the first is closed. */
const shards = [
  { ShardId: 'one', records: ['1', '2'], closed: true },
  { ShardId: 'two', ParentShardId: 'one', records: ['3'], closed: false },
];

function fakeStream(lostAt = Infinity, code = 'ExpiredIteratorException'): DynamoDbCall {
  let reads = 0;
  const answers: Record<string, (request: Record<string, string>) => object> = {
    DescribeStream: () => ({ StreamDescription: { Shards: shards } }),
    GetShardIterator: ({ ShardId, SequenceNumber = '0' }) => ({
      ShardIterator: `${ShardId}@${SequenceNumber}`,
    }),
    GetRecords({ ShardIterator = '' }) {
      reads += 1;
      if (reads === lostAt) throw new DynamoDbError('GetRecords', { __type: `x#${code}` });
      const [id, after = ''] = ShardIterator.split('@');
      const shard = shards.find(({ ShardId }) => ShardId === id);
      const next = shard?.records.find(number => number > after);
      const Records = next === undefined ? [] : [{ dynamodb: { SequenceNumber: next } }];
      if (next === undefined && shard?.closed === true) return { Records };
      return { Records, NextShardIterator: `${id}@${next ?? after}` };
    },
  };
  return (_, action, request) =>
    Promise.resolve().then(() => answers[action]?.(request as Record<string, string>) as never);
}

async function readAll(call: DynamoDbCall): Promise<string[]> {
  const reader = openStream(call, 'arn:stream');
  const read: string[] = [];
  for (let turn = 0; turn < 10; turn++) {
    read.push(...(await reader.next()).map(({ dynamodb }) => dynamodb.SequenceNumber));
  }
  return read;
}

it('reads every record once, in order, from shard to shard', async () => {
  expect(await readAll(fakeStream())).toEqual(['1', '2', '3']);
});

it.each([1, 2, 3, 4, 5])('takes up where it was when its iterator expires at read %i', async lostAt => {
  expect(await readAll(fakeStream(lostAt))).toEqual(['1', '2', '3']);
});

it('begins anew when its first iterator counts as trimmed', async () => {
  expect(await readAll(fakeStream(1, 'TrimmedDataAccessException'))).toEqual(['1', '2', '3']);
});

it('fails with any other error', async () => {
  await expect(readAll(fakeStream(2, 'InternalServerError'))).rejects.toThrow(
    'GetRecords: x#InternalServerError',
  );
});
