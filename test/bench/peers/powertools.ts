import { randomUUID } from 'node:crypto';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import { parse } from '@aws-lambda-powertools/parser';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { clientOf, makeTable } from './clients.ts';
import type { Contender } from './contender.ts';
import { type Folded, fold, homeOf, nothingFolded, wrongAmong } from './fold.ts';

/** How long an execution counts as running, in milliseconds: what is left of it. */
export const remaining = 300;

const eventSchema = z.looseObject({
  id: z.string(),
  time: z.string(),
  subject: z.string(),
  type: z.string(),
});

type Stored = Folded & { version: number };

async function read(client: DynamoDBDocumentClient, TableName: string, home: string): Promise<Stored> {
  const { Item } = await client.send(new GetCommand({ TableName, Key: { home }, ConsistentRead: true }));
  return (Item as Stored | undefined) ?? { ...nothingFolded, version: 0 };
}

async function keep(client: DynamoDBDocumentClient, TableName: string, event: SystemEvent): Promise<void> {
  const home = homeOf(event);
  for (;;) {
    const before = await read(client, TableName, home);
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { home, ...fold(before, event), version: before.version + 1 },
          ConditionExpression: 'attribute_not_exists(home) OR version = :before',
          ExpressionAttributeValues: { ':before': before.version },
        }),
      );
      return;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
}

/** As its documentation puts a queue together: batch, parser and idempotency by the event's id, each record by itself. */
export const powertools: Contender = {
  name: 'Powertools',
  effect: 2,
  async open(_, endpoint) {
    const [table, once] = [`powertools-${randomUUID()}`, `once-${randomUUID()}`];
    for (const [TableName, name] of [
      [table, 'home'],
      [once, 'id'],
    ] as const)
      await makeTable(endpoint, {
        TableName,
        KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: name, AttributeType: 'S' }],
      });
    return {
      consumer: client => {
        const persistenceStore = new DynamoDBPersistenceLayer({
          tableName: once,
          awsSdkV3Client: client as never,
        });
        const config = new IdempotencyConfig({ eventKeyJmesPath: 'id' });
        config.registerLambdaContext({ getRemainingTimeInMillis: () => remaining } as Context);
        const once_ = makeIdempotent(
          async (event: SystemEvent) => {
            await keep(client, table, event);
            return event.id;
          },
          { persistenceStore, config, keyPrefix: once },
        );
        const handle = async ({ body }: SQSRecord): Promise<void> => {
          await once_(parse(JSON.parse(body), undefined, eventSchema) as unknown as SystemEvent);
        };
        return async batch => {
          const Records = batch.map((event, index) => ({
            messageId: String(index),
            body: JSON.stringify(event),
          }));
          let left = Records as SQSRecord[];
          // What failed comes again from the queue: another in the same batch may have been at the same id.
          while (left.length > 0) {
            const processor = new BatchProcessor(EventType.SQS);
            const { batchItemFailures } = await processPartialResponse({ Records: left }, handle, processor, {
              throwOnFullBatchFailure: false,
            });
            const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
            left = left.filter(({ messageId }) => failed.has(messageId));
          }
        };
      },
      async wrong(events) {
        const client = clientOf(endpoint);
        const homes = [...new Set(events.map(homeOf))];
        const found = await Promise.all(
          homes.map(async home => [home, await read(client, table, home)] as const),
        );
        return wrongAmong(events, new Map(found));
      },
    };
  },
};
