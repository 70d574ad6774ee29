import * as z from 'zod';
import type { ReadNative } from './read-native.ts';

const unitSchema = z.object({
  reference: z.array(z.object({ id: z.string(), allocatedBy: z.string() })),
});
const messageSchema = z.object({
  messageType: z.enum(['AlertRegardingPerson', 'AlertRegardingLocation']),
  reference: z.tuple([z.object({ id: z.string() })]),
  action: z.enum(['raised', 'changed', 'cleared']),
  version: z.number(),
  type: z.string(),
  comments: z.string(),
  sitePropertyUnit: z.array(unitSchema),
});

/** The repairs system keeps HACT alerts of persons and of locations. */
export const readRepairs: ReadNative = message => {
  const alert = messageSchema.parse(message);
  const about = alert.messageType === 'AlertRegardingPerson' ? 'person' : 'location';
  return [
    {
      reference: alert.reference[0].id,
      version: alert.version,
      active: alert.action !== 'cleared',
      own: `${about} alert ${alert.type}`,
      instruction: alert.comments,
      homes: alert.sitePropertyUnit.flatMap(({ reference }) =>
        reference.flatMap(({ id, allocatedBy }) => (allocatedBy === 'UPRN' ? [id] : [])),
      ),
    },
  ];
};
