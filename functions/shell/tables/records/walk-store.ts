import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { instantSchema } from '../../../../schemas/reference.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { walkKey } from './keys.ts';

const walkSchema = z.object({
  begun: instantSchema,
  /** Where it goes on; nothing when it has come to the end. */
  position: z.object({ pk: z.string(), sk: z.string() }).optional(),
  /** How much of it could not be done. */
  failed: z.int().min(0),
});

/** The way through the whole table, which takes as many runs as it takes. */
export type Walk = z.infer<typeof walkSchema>;

/** Keeps how far the way is gone. Lost, it begins anew, and does nothing twice. */
export interface WalkStore {
  read(): Promise<Walk | undefined>;
  keep(walk: Walk): Promise<void>;
}

/** Makes the store of the way through the records table. */
export function makeWalkStore(table: Table): WalkStore {
  return {
    async read() {
      const [item] = await batchGet(table, [walkKey], { consistent: true });
      return item && readItem(table.tableName, walkSchema, item);
    },
    async keep({ begun, position, failed }) {
      const update = new UpdateCommand({
        TableName: table.tableName,
        Key: { ...walkKey },
        UpdateExpression:
          position === undefined
            ? 'SET begun = :begun, failed = :failed REMOVE #position'
            : 'SET begun = :begun, failed = :failed, #position = :position',
        ExpressionAttributeNames: { '#position': 'position' },
        ExpressionAttributeValues: {
          ':begun': begun,
          ':failed': failed,
          ...(position !== undefined && { ':position': position }),
        },
      });
      await table.client.send(update);
    },
  };
}
