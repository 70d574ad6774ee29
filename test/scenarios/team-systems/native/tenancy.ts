import * as z from 'zod';
import type { ReadNative } from './read-native.ts';

const messageSchema = z.object({
  eventType: z.templateLiteral(['CautionaryAlert', z.enum(['Created', 'Updated', 'Ended']), 'Event']),
  eventData: z.object({
    newData: z.object({
      alertId: z.string(),
      version: z.number(),
      code: z.string(),
      instruction: z.string(),
      isActive: z.boolean(),
      assets: z.array(z.object({ uprn: z.string() })),
    }),
  }),
});

/** The tenancy system keeps cautionary alerts. */
export const readTenancy: ReadNative = message => {
  const { newData } = messageSchema.parse(message).eventData;
  return [
    {
      reference: newData.alertId,
      version: newData.version,
      active: newData.isActive,
      own: newData.code,
      instruction: newData.instruction,
      homes: newData.assets.map(({ uprn }) => uprn),
    },
  ];
};
