import * as z from 'zod';
import type { ReadNative } from './read-native.ts';

const messageSchema = z.object({
  warning: z.object({
    reference: z.string(),
    action: z.enum(['raised', 'changed', 'cleared']),
    version: z.number(),
    marker: z.string(),
    instruction: z.string(),
    places: z.array(z.object({ uprn: z.string() })),
  }),
});

/** The case system keeps markers. */
export const readComplaints: ReadNative = message => {
  const { warning } = messageSchema.parse(message);
  return [
    {
      reference: warning.reference,
      version: warning.version,
      active: warning.action !== 'cleared',
      own: warning.marker,
      instruction: warning.instruction,
      homes: warning.places.map(({ uprn }) => uprn),
    },
  ];
};
