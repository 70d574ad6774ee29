import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { fingerprintOf } from '../../core/record/timeline.ts';
import { heardKey } from './keys.ts';

/** Whether an event says what its id was first heard to say; false for an amended one. */
export type IsAsFirstHeard = (event: SystemEvent) => Promise<boolean>;

/**
 * Makes the keeper of what each id was first heard to say. It is one for all subjects: an amended event may name a home
 * that never heard of the original, and that home's own timeline could not tell. It never expires.
 */
export function makeIsAsFirstHeard(table: {
  client: DynamoDBDocumentClient;
  tableName: string;
}): IsAsFirstHeard {
  const { client, tableName: TableName } = table;
  return async event => {
    const fingerprint = fingerprintOf(event);
    const put = new PutCommand({
      TableName,
      Item: { ...heardKey(event.id), fingerprint },
      ConditionExpression: 'attribute_not_exists(pk) OR fingerprint = :fingerprint',
      ExpressionAttributeValues: { ':fingerprint': fingerprint },
    });
    try {
      await client.send(put);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
}
