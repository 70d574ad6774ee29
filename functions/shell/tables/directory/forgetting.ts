import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { CrossReference } from '../../../core/identity/cross-reference.ts';
import type { Table } from '../batch-requests.ts';
import { conditionsHold } from '../conditionally.ts';
import { readItem } from '../read-item.ts';
import { putsOf } from './cross-references.ts';
import { type Forgetting, forgettingSchema } from './items.ts';
import { forgettingKey } from './keys.ts';

/** Forgets what was learnt of a key, once for each request of an officer. */
export interface ForgettingStore {
  /** What a request forgot, where it did. */
  find(requestId: string): Promise<Forgetting | undefined>;
  /** @returns false when it is not what the key means any more, or the request was done before. */
  forget(
    learnt: CrossReference,
    by: CrossReference['taughtBy'],
    request: Forgetting & { id: string },
  ): Promise<boolean>;
}

/** Makes the store that forgets learnt cross references. What a request forgot outlives what the key is taught next. */
export function makeForgetting({ client, tableName: TableName, pause }: Table): ForgettingStore {
  return {
    async find(requestId) {
      const Key = forgettingKey(requestId);
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && readItem(TableName, forgettingSchema, Item);
    },
    forget(learnt, by, { id, ...forgetting }) {
      const forgotten = { ...learnt, forgottenAt: forgetting.forgottenAt, forgottenBy: by };
      const TransactItems = [
        ...putsOf(TableName, forgotten, 'learntAt = :at AND attribute_not_exists(forgottenAt)'),
        {
          Put: {
            TableName,
            Item: { ...forgettingKey(id), ...forgetting },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ];
      return conditionsHold(() => client.send(new TransactWriteCommand({ TransactItems })), pause);
    },
  };
}
