import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { CrossReference } from '../../../core/identity/cross-reference.ts';
import type { Table } from '../batch-requests.ts';
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
}

/** Makes the store of learnt cross references in the directory table. */
export function makeCrossReferences({ client, tableName: TableName, pause }: Table): CrossReferences {
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
      const TransactItems = putsOf(TableName, learnt, 'attribute_not_exists(pk) OR learntAt < :at');
      await conditionsHold(() => client.send(new TransactWriteCommand({ TransactItems })), pause);
    },
  };
}

/** Where it is looked up and where it is listed, at once; `:at` of the condition is when it was learnt. */
export function putsOf(TableName: string, learnt: CrossReference, ConditionExpression: string) {
  const { system, key, learntAt } = learnt;
  return [learntKey(system, key), listedKey(system, key)].map(keys => ({
    Put: {
      TableName,
      Item: { ...keys, ...learnt },
      ConditionExpression,
      ExpressionAttributeValues: { ':at': learntAt },
    },
  }));
}
