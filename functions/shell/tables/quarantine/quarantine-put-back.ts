import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { changesOf } from '../changes.ts';
import { quarantineKey } from './keys.ts';
import { type Refused, waitingAs } from './refused.ts';

/**
 * Puts an item that was re-submitted and refused again back to waiting, with the new reason. A message that comes twice
 * puts it back once, and never over a later resolution.
 * @returns whether there is such an item.
 */
export async function putBack(
  { client, tableName }: { client: DynamoDBDocumentClient; tableName: string },
  refused: Refused,
  { id, attempt }: NonNullable<Refused['resubmitted']>,
): Promise<boolean> {
  const { system, reason, problems, candidates, soughtAt } = refused;
  const changes = changesOf({ ...waitingAs(refused, id), reason, problems, candidates, soughtAt });
  const values = { ':resolved': 'resolved', ':resubmitted': 'resubmitted' };
  const update = new UpdateCommand({
    TableName: tableName,
    Key: quarantineKey(system, id),
    ...changes,
    ConditionExpression: '#state IN (:resolved, :resubmitted) AND size(resolutions) = :attempt',
    ExpressionAttributeValues: {
      ...changes.ExpressionAttributeValues,
      ...values,
      ':attempt': attempt,
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    await client.send(update);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return error.Item !== undefined;
    throw error;
  }
}
