import * as z from 'zod';
import { flagIdSchema } from '../../../schemas/flag-life.ts';

/** What one request may acknowledge. */
const maximumReceipts = 500;

const receiptShape = {
  flagId: flagIdSchema,
  version: z.int().positive().meta({ description: 'As in the message that the system took', example: 42 }),
};

/** Which version of which flag a system has taken over. */
export const receiptsSchema = z
  .object({ receipts: z.array(z.object(receiptShape)).min(1).max(maximumReceipts) })
  .meta({ id: 'Receipts' });

/** What became of each receipt, in the order of the request. */
export const receiptsResponse = z
  .object({
    receipts: z.array(
      z.object({
        ...receiptShape,
        result: z.enum(['acknowledged', 'unknown', 'stale']).meta({
          description:
            '`unknown`: the system was never sent this; `stale`: it was sent a higher version since, which this does not acknowledge',
        }),
      }),
    ),
  })
  .meta({ id: 'ReceiptResults' });
