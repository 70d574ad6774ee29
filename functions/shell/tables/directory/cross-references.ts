import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant, Uprn } from '../../../../schemas/reference.ts';
import { conditionally } from '../conditionally.ts';
import { readItem } from '../read-item.ts';
import { type Learnt, learntSchema } from './items.ts';
import { learntKey } from './keys.ts';

/** What the directory has learnt from people: it holds over what the gazetteer says of the same key. */
export interface CrossReferences {
  find(system: string, key: string): Promise<Learnt | undefined>;
  /** The latest decision stands, in whatever order they come. */
  learn(
    system: string,
    key: string,
    learnt: { uprn: Uprn; because: string; learntAt: Instant },
  ): Promise<void>;
}

/** Makes the store of learnt cross references in the directory table. */
export function makeCrossReferences(table: {
  client: DynamoDBDocumentClient;
  tableName: string;
}): CrossReferences {
  const { client, tableName: TableName } = table;
  return {
    async find(system, key) {
      const Key = learntKey(system, key);
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && readItem(TableName, learntSchema, Item);
    },
    async learn(system, key, learnt) {
      const put = new PutCommand({
        TableName,
        Item: { ...learntKey(system, key), key, ...learnt },
        ConditionExpression: 'attribute_not_exists(pk) OR learntAt <= :now',
        ExpressionAttributeValues: { ':now': learnt.learntAt },
      });
      await conditionally(client.send(put));
    },
  };
}
