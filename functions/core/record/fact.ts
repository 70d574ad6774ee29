import * as z from 'zod';
import { type Instant, instantSchema } from '../../../schemas/reference.ts';

/** Something that is known of a case, as JSON. */
export type Fact = string | number | boolean | null | { readonly [key: string]: Fact };
export const factSchema: z.ZodType<Fact> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.record(
    z.string(),
    z.lazy(() => factSchema),
  ),
]);

/** The moment that a fact is, where it is one. */
export function instantIn(fact: unknown): Instant | undefined {
  return instantSchema.safeParse(fact).data;
}
