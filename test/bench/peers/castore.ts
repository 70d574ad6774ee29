import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { EventStore, EventType } from '@castore/core';
import { DynamoDBSingleTableEventStorageAdapter } from '@castore/event-storage-adapter-dynamodb';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { clientOf, makeTable } from './clients.ts';
import type { Contender } from './contender.ts';
import { type Folded, fold, homeOf, nothingFolded, wrongAmong } from './fold.ts';

const heard = new EventType<'HEARD', SystemEvent>({ type: 'HEARD' });

type Store = ReturnType<typeof storeOf>;

interface Home extends Folded {
  aggregateId: string;
  version: number;
  known: readonly string[];
}

function storeOf(client: DynamoDBDocumentClient, tableName: string) {
  return new EventStore({
    eventStoreId: 'HOMES',
    eventTypes: [heard],
    reducer: (before: Home, { aggregateId, version, payload }): Home => ({
      ...fold(before ?? nothingFolded, payload),
      ...{ aggregateId, version, known: [...(before?.known ?? []), payload.id] },
    }),
    eventStorageAdapter: new DynamoDBSingleTableEventStorageAdapter({ tableName, dynamoDBClient: client }),
  });
}

async function tell(store: Store, home: string, events: readonly SystemEvent[]): Promise<void> {
  const { aggregate } = await store.getAggregate(home);
  const known = new Set(aggregate?.known);
  const news = events.filter(({ id }) => !known.has(id) && known.add(id));
  const first = (aggregate?.version ?? 0) + 1;
  const details = news.map((payload, index) => ({
    ...{ aggregateId: home, version: first + index, type: 'HEARD' as const },
    payload,
  }));
  const [only] = details;
  if (details.length === 1 && only !== undefined) await store.pushEvent(only);
  const [one, two, ...others] = details.map(detail => store.groupEvent(detail));
  if (one !== undefined && two !== undefined) await EventStore.pushEventGroup(one, two, ...others);
}

/** Reads the history of each home, leaves out what is in it, and pushes the rest together; again, where another was sooner. */
export const castore: Contender = {
  name: 'castore',
  effect: 1,
  async open(_, endpoint) {
    const TableName = `castore-${randomUUID()}`;
    await makeTable(endpoint, {
      TableName,
      KeySchema: [
        { AttributeName: 'aggregateId', KeyType: 'HASH' },
        { AttributeName: 'version', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'aggregateId', AttributeType: 'S' },
        { AttributeName: 'version', AttributeType: 'N' },
        { AttributeName: 'eventStoreId', AttributeType: 'S' },
        { AttributeName: 'timestamp', AttributeType: 'S' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'initialEvents',
          KeySchema: [
            { AttributeName: 'eventStoreId', KeyType: 'HASH' },
            { AttributeName: 'timestamp', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
    return {
      consumer: client => {
        const store = storeOf(client, TableName);
        return async batch => {
          await Promise.all(
            [...Map.groupBy(batch, homeOf)].map(([home, events]) => tell(store, home, events)),
          );
        };
      },
      async wrong(events) {
        const store = storeOf(clientOf(endpoint), TableName);
        const homes = [...new Set(events.map(homeOf))];
        const found = await Promise.all(
          homes.map(
            async home => [home, (await store.getAggregate(home)).aggregate ?? nothingFolded] as const,
          ),
        );
        return wrongAmong(events, new Map(found));
      },
    };
  },
};
