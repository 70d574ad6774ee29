import * as z from 'zod';
import type { ReadNative } from './read-native.ts';

const messageSchema = z.object({
  alternateKey: z.object({ hc_flagid: z.string() }),
  version: z.number(),
  row: z.object({
    hc_active: z.boolean(),
    hc_warning: z.string(),
    hc_instruction: z.string(),
    hc_uprns: z.string().optional(),
  }),
});

/** The disrepair team's connector upserts rows of a table of warnings. */
export const readDisrepair: ReadNative = message => {
  const { alternateKey, version, row } = messageSchema.parse(message);
  return [
    {
      reference: alternateKey.hc_flagid,
      version,
      active: row.hc_active,
      own: row.hc_warning,
      instruction: row.hc_instruction,
      homes: row.hc_uprns?.split(', ') ?? [],
    },
  ];
};
