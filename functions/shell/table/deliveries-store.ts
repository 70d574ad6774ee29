import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { eventIdSchema } from '../../../schemas/envelope.ts';
import type { Flag } from '../../../schemas/flags.ts';
import { instantSchema, type SystemName } from '../../../schemas/reference.ts';
import { receiptKey } from './keys.ts';

const receiptSchema = z.object({
  version: z.int().positive(),
  action: z.enum(['raised', 'changed', 'cleared']),
  eventId: eventIdSchema,
  deliveredAt: instantSchema,
});
/** The proof that a system was told of a flag, up to which version. */
export type Receipt = z.infer<typeof receiptSchema>;

/** The receipts of one system. */
export interface Receipts {
  find(flag: Flag): Promise<Receipt | undefined>;
  /** @returns false when a receipt of the same or a higher version is there already: it stands. */
  write(flag: Flag, receipt: Receipt): Promise<boolean>;
}

/** Makes the store of one system's receipts. A receipt is only ever replaced by one of a higher version. */
export function makeReceipts(deps: {
  client: DynamoDBDocumentClient;
  tableName: string;
  system: SystemName;
}): Receipts {
  const { client, tableName: TableName, system } = deps;
  return {
    async find(flag) {
      const Key = receiptKey(system, flag);
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item === undefined ? undefined : receiptSchema.parse(Item);
    },
    async write(flag, receipt) {
      const put = new PutCommand({
        TableName,
        Item: { ...receiptKey(system, flag), ...receipt },
        ConditionExpression: 'attribute_not_exists(pk) OR #version < :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': receipt.version },
      });
      try {
        await client.send(put);
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
