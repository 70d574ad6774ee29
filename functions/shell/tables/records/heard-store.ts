import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { fingerprintOf } from '../../../core/record/timeline.ts';
import { conditionally } from '../conditionally.ts';
import { heardKey } from './keys.ts';

/** The write by which an id stands for what it was first said to stand for; the first to say so decides, for ever. */
export function firstHeard(id: string, fingerprint: string) {
  return {
    Item: { ...heardKey(id), fingerprint },
    ConditionExpression: 'attribute_not_exists(pk) OR fingerprint = :fingerprint',
    ExpressionAttributeValues: { ':fingerprint': fingerprint },
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
  const { client, tableName: TableName } = table;
  return event =>
    conditionally(client.send(new PutCommand({ TableName, ...firstHeard(event.id, fingerprintOf(event)) })));
}
