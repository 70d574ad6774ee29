import * as z from 'zod';
import type { ReadNative } from './read-native.ts';

const messageSchema = z.object({
  rows: z
    .array(
      z.object({
        UPRN: z.string(),
        Action: z.enum(['raised', 'changed', 'cleared']),
        Warning: z.string(),
        'What to do': z.string(),
        Version: z.number(),
        Reference: z.string(),
      }),
    )
    .min(1),
});

/** The leaks team pastes rows into its sheet; the rows of one message are about one warning. */
export const readLeaks: ReadNative = message => {
  const { rows } = messageSchema.parse(message);
  return rows.slice(0, 1).map(({ Reference, Version, Warning, 'What to do': instruction }) => {
    const homes = rows.filter(row => row.Action !== 'cleared' && row.UPRN !== '').map(({ UPRN }) => UPRN);
    return {
      reference: Reference,
      version: Version,
      active: homes.length > 0,
      own: Warning,
      instruction,
      homes,
    };
  });
};
