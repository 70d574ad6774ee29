import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../../schemas/reference.ts';
import type { CrossReference } from '../../../core/identity/cross-reference.ts';
import { conditionsHold } from '../conditionally.ts';
import { readItem } from '../read-item.ts';
import { learntSchema } from './items.ts';
import { learntKey, listedKey } from './keys.ts';

/** What the directory has learnt from people. Of two decisions about a key the latest stands, in whatever order they come. */
export interface CrossReferences {
  /** What a key means; undefined also where that was forgotten. */
  find(system: string, key: string): Promise<CrossReference | undefined>;
  /** The same, and what was forgotten. */
  noted(system: string, key: string): Promise<CrossReference | undefined>;
  learn(learnt: CrossReference): Promise<void>;
  /** @returns whether it was still what the key meant. */
  forget(
    learnt: CrossReference,
    forgotten: { at: Instant; by: CrossReference['taughtBy'] },
  ): Promise<boolean>;
}

/** Makes the store of learnt cross references in the directory table. */
export function makeCrossReferences(table: {
  client: DynamoDBDocumentClient;
  tableName: string;
}): CrossReferences {
  const { client, tableName: TableName } = table;
  const noted: CrossReferences['noted'] = async (system, key) => {
    const Key = learntKey(system, key);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && { ...readItem(TableName, learntSchema, Item), system };
  };
  return {
    noted,
    async find(system, key) {
      const learnt = await noted(system, key);
      return learnt?.forgottenAt === undefined ? learnt : undefined;
    },
    async learn(learnt) {
      await write(table, learnt, 'attribute_not_exists(pk) OR learntAt < :at');
    },
    forget(learnt, { at, by }) {
      const forgotten = { ...learnt, forgottenAt: at, ...(by !== undefined && { forgottenBy: by }) };
      return write(table, forgotten, 'learntAt = :at AND attribute_not_exists(forgottenAt)');
    },
  };
}

/** Where it is looked up and where it is listed, at once. */
function write(
  { client, tableName: TableName }: { client: DynamoDBDocumentClient; tableName: string },
  learnt: CrossReference,
  ConditionExpression: string,
): Promise<boolean> {
  const { system, key, learntAt } = learnt;
  const puts = [learntKey(system, key), listedKey(system, key)].map(keys => ({
    Put: {
      TableName,
      Item: { ...keys, ...learnt },
      ConditionExpression,
      ExpressionAttributeValues: { ':at': learntAt },
    },
  }));
  return conditionsHold(client.send(new TransactWriteCommand({ TransactItems: puts })));
}
