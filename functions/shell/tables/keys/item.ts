import * as z from 'zod';
import { instantSchema } from '../../../../schemas/reference.ts';
import type { Key } from '../key.ts';

/** That a key was destroyed: when and why. */
const erasureSchema = z.object({
  generation: z.int().positive(),
  at: instantSchema,
  reason: z.string(),
});
export type Erasure = z.infer<typeof erasureSchema>;

/** `KEY`: the present key of a name, if there is one, and what became of those before it. */
export const keyItemSchema = z.object({
  pk: z.string().transform(pk => pk.slice(partition.length)),
  generation: z.int().positive(),
  key: z.instanceof(Uint8Array).optional(),
  erasures: z.array(erasureSchema),
});

const partition = 'KEY#';

/** Where the key of a name is, such as `person/tenancy:7d1f3c1e` or `property/200000471104/2026`. */
export function placeOfKey(name: string): Key {
  return { pk: `${partition}${name}`, sk: 'KEY' };
}
