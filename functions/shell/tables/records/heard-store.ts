import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { fingerprintOf } from '../../../core/record/timeline.ts';
import { conditionally } from '../conditionally.ts';
import { heardKey } from './keys.ts';

/** Whether an id stands for what it was first said to stand for; the first to say so decides. */
export type IsFirst = (id: string, fingerprint: string) => Promise<boolean>;

/** Makes the keeper of what each id stands for. It never forgets. */
export function makeIsFirst(table: { client: DynamoDBDocumentClient; tableName: string }): IsFirst {
  const { client, tableName: TableName } = table;
  return (id, fingerprint) => {
    const put = new PutCommand({
      TableName,
      Item: { ...heardKey(id), fingerprint },
      ConditionExpression: 'attribute_not_exists(pk) OR fingerprint = :fingerprint',
      ExpressionAttributeValues: { ':fingerprint': fingerprint },
    });
    return conditionally(client.send(put));
  };
}

/** Whether an event says what its id was first heard to say; false for an amended one. */
export type IsAsFirstHeard = (event: SystemEvent) => Promise<boolean>;

/**
 * Makes the keeper of what each event was first heard to say. It is one for all subjects: an amended event may name a home
 * that never heard of the original, and that home's own timeline could not tell.
 */
export function makeIsAsFirstHeard(table: {
  client: DynamoDBDocumentClient;
  tableName: string;
}): IsAsFirstHeard {
  const isFirst = makeIsFirst(table);
  return event => isFirst(event.id, fingerprintOf(event));
}
