import { afterEach, expect, it } from 'vitest';
import { createActivity } from '../../../activity.ts';
import type { StreamRecord } from '../../../dynamodb/stream-record.ts';
import { startStreamSource } from '../../../dynamodb/stream-source.ts';
import { FunctionError } from '../../../lambda/function-error.ts';
import type { StreamMappingPlan } from '../../../plan/mappings.ts';
import type { Queues } from '../../../sqs/queues.ts';

const abort = new AbortController();
afterEach(() => abort.abort());

const record = (SequenceNumber: string): StreamRecord => ({
  eventName: 'INSERT',
  dynamodb: { SequenceNumber, ApproximateCreationDateTime: 0 },
});

it('cuts a failing batch in two until the poison stands alone, and gives up on that alone', async () => {
  const done: string[] = [];
  const sent: string[] = [];
  const plan: StreamMappingPlan = {
    functionName: 'relay',
    table: 'records',
    streamArn: 'arn:stream',
    batchSize: 10,
    windowMs: 0,
    reportsItemFailures: false,
    filters: [],
    maximumRetries: 1,
    bisects: true,
    onFailure: 'lost',
  };
  let unread = ['1', '2', '3', '4', '5'].map(record);
  const source = startStreamSource({
    plan,
    signal: abort.signal,
    activity: createActivity(),
    offsetMs: () => 0,
    queues: {
      call: (_action: string, _queue: string, { MessageBody }: { MessageBody: string }) => {
        sent.push(MessageBody);
        return Promise.resolve({});
      },
    } as unknown as Queues,
    reader: {
      shardId: () => 'shard',
      next: () => {
        const records = unread;
        unread = [];
        return Promise.resolve(records);
      },
    },
    target: {
      environments: 1,
      processorMs: () => 0,
      stop: () => Promise.resolve(),
      invoke: event => {
        const numbers = (event as { Records: StreamRecord[] }).Records.map(
          ({ dynamodb }) => dynamodb.SequenceNumber,
        );
        if (numbers.includes('4')) {
          return Promise.reject(
            new FunctionError('relay', { errorType: 'Error', errorMessage: 'poison', trace: [] }),
          );
        }
        done.push(...numbers);
        return Promise.resolve(null);
      },
    },
  });
  await source.poll();
  expect(done).toEqual(['1', '2', '3', '5']);
  expect(sent.map(body => JSON.parse(body).DDBStreamBatchInfo)).toMatchObject([
    { startSequenceNumber: '4', endSequenceNumber: '4', batchSize: 1 },
  ]);
});
