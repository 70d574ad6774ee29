import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
  type AttributeValue as StreamValue,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, inject, it } from 'vitest';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import { makeRelay } from '../../functions/records/relay/relay.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeRecordsStore, type RecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import type { LintelEvent, SystemEvent } from '../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../support/events.ts';
import { newTable } from './support/tables.ts';

/** Lambda gives bytes as text in base 64. */
function asLambdaHasIt({ dynamodb, ...record }: StreamRecord): DynamoDBRecord {
  const asText = ([name, value]: [string, StreamValue]) => [
    name,
    value.B === undefined ? value : { B: Buffer.from(value.B).toString('base64') },
  ];
  const NewImage = Object.fromEntries(Object.entries(dynamodb?.NewImage ?? {}).map(asText));
  return { ...record, dynamodb: { ...dynamodb, NewImage } } as unknown as DynamoDBRecord;
}

/** What the deployed relay is given: what announces anything. */
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
  const outbox = Records.filter(({ dynamodb }) => dynamodb?.NewImage?.['announces'] !== undefined);
  return outbox.map(asLambdaHasIt);
}

const leakReference = 'LFA-1' as LocalReference;
const happening = { home: flat4, data: { leakReference } };
const reported = eventOf({ type: 'housing.leak.reported.v1', at: '2025-06-02T07:40:00Z', ...happening });
const resolved = eventOf({ type: 'housing.leak.resolved.v1', at: '2025-06-03T07:40:00Z', ...happening });

/** An empty table of records, how to commit to it, and a relay whose bus is a list. */
async function openOutbox() {
  const table = await newTable('events', { stream: true });
  const store = makeRecordsStore(table);
  const now = () => instant('2025-06-20T10:00:00Z');
  const keep = () => Promise.reject(new Error('nothing is to be kept'));
  const relayed: LintelEvent[] = [];
  const relay = makeRelay({
    publish(events) {
      relayed.push(...events);
      return Promise.resolve([]);
    },
    deadLetter: () => Promise.reject(new Error('every row can be published')),
  });
  return {
    ...{ table, store, relayed, relay },
    commit: (event: SystemEvent, used: RecordsStore = store) =>
      makeCommit({ store: used, keep, now, pause: () => Promise.resolve() })(
        [propertySubject(flat4)],
        [event],
      ),
  };
}

describe('the outbox', () => {
  it('gives the bus exactly what the commits announced, in order, with the ids that they gave it', async () => {
    const { table, commit, relay, relayed } = await openOutbox();
    await commit(reported);
    await commit(resolved);
    const records = await outboxRecords(table);
    expect(await relay({ Records: records })).toEqual({ batchItemFailures: [] });
    expect(relayed.map(({ type, data }) => [type, 'flag' in data && data.flag.version])).toEqual([
      ['housing.flag.raised.v1', 1],
      ['housing.flag.cleared.v1', 2],
    ]);
    const again = [...relayed.splice(0)];
    await relay({ Records: records });
    expect(relayed).toEqual(again);
  });

  it('survives a process that dies between the commit and the announcement: it is announced, once', async () => {
    const { table, store, commit, relay, relayed } = await openOutbox();
    const dies: RecordsStore = {
      ...store,
      async commit(committed) {
        await store.commit(committed);
        throw new Error('the process was killed');
      },
    };
    await expect(commit(reported, dies)).rejects.toThrow('the process was killed');
    await commit(reported);
    const records = await outboxRecords(table);
    expect(records).toHaveLength(1);
    await relay({ Records: records });
    expect(relayed).toMatchObject([
      { type: 'housing.flag.raised.v1', data: { flag: { code: 'active-leak' } } },
    ]);
  });
});
