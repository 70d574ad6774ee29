import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, inject, it } from 'vitest';
import { makeCommit } from '../../functions/commit/commit.ts';
import { makeRelay } from '../../functions/relay/relay.ts';
import type { Table } from '../../functions/shell/table/batch.ts';
import { makeRecordsStore } from '../../functions/shell/table/records-store.ts';
import type { LintelEvent } from '../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../support/events.ts';
import { newTable } from './support/tables.ts';

/** What the deployed relay is given: the inserts of outbox rows. */
async function outboxRecords({ client, tableName }: Table): Promise<DynamoDBRecord[]> {
  const streams = new DynamoDBStreamsClient({
    endpoint: inject('dynamoDbEndpoint'),
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { Table: described } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  const StreamArn = described?.LatestStreamArn;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
  const from = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' as const };
  const { ShardIterator } = await streams.send(new GetShardIteratorCommand(from));
  const { Records = [] } = await streams.send(new GetRecordsCommand({ ShardIterator }));
  const outbox = Records.filter(({ dynamodb }) => dynamodb?.Keys?.['sk']?.S?.startsWith('OUTBOX#'));
  return outbox as unknown as DynamoDBRecord[];
}

describe('the outbox', () => {
  it('gives the bus exactly what the commits announced, in order, with the ids that they gave it', async () => {
    const table = await newTable('events', { stream: true });
    const store = makeRecordsStore(table);
    const now = () => instant('2025-06-20T10:00:00Z');
    const keep = () => Promise.reject(new Error('nothing is to be kept'));
    const commit = makeCommit({ store, keep, now, pause: () => Promise.resolve() });
    const leakReference = 'LFA-1' as LocalReference;
    const happening = { home: flat4, data: { leakReference } };
    await commit(propertySubject(flat4), [
      eventOf({ type: 'housing.leak.reported.v1', at: '2025-06-02T07:40:00Z', ...happening }),
    ]);
    await commit(propertySubject(flat4), [
      eventOf({ type: 'housing.leak.resolved.v1', at: '2025-06-03T07:40:00Z', ...happening }),
    ]);
    const records = await outboxRecords(table);
    const relayed: LintelEvent[] = [];
    const relay = makeRelay({
      publish(events) {
        relayed.push(...events);
        return Promise.resolve([]);
      },
    });
    expect(await relay({ Records: records })).toEqual({ batchItemFailures: [] });
    expect(relayed.map(({ type, data }) => [type, 'flag' in data && data.flag.version])).toEqual([
      ['housing.flag.raised.v1', 1],
      ['housing.flag.cleared.v1', 2],
    ]);
    const again = [...relayed.splice(0)];
    await relay({ Records: records });
    expect(relayed).toEqual(again);
  });
});
