import * as z from 'zod';
import { instantSchema } from '../../../schemas/reference.ts';

/** The order in which things happened; `rank` parts what happened at one instant, the id breaks the tie for ever. */
export const stampSchema = z.object({
  at: instantSchema,
  rank: z.int(),
  id: z.string(),
  /** Its source gave the day and no time: the instant is where that day begins. */
  dateOnly: z.literal(true).exactOptional(),
});
export type Stamp = z.infer<typeof stampSchema>;

/** A value and the stamp of the event that said so: the last writer by stamp wins, whatever order events arrive in. */
export interface Register<T> extends Stamp {
  value: T;
}

/** The schema of a register whose values have a schema. */
export function registerOf<T extends z.ZodType>(value: T) {
  return stampSchema.extend({ value });
}

/** Negative when `a` happened before `b`. Instants have one spelling, so they sort as text. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Whether `a` happened before `b`; what is compared with itself did not. */
export function isBefore(a: Stamp, b: Stamp): boolean {
  return compareStamps(a, b) < 0;
}

/** The later of a register and a new writing; commutative, associative and idempotent. */
export function lastWriter<T>(current: Register<T> | undefined, next: Register<T>): Register<T> {
  return current === undefined || isBefore(current, next) ? next : current;
}

/** The earlier of the two, by stamp. */
export function firstWriter<T>(current: Register<T> | undefined, next: Register<T>): Register<T> {
  return current === undefined || isBefore(next, current) ? next : current;
}

/** Adds an entry to a window that keeps the latest `limit` by stamp, in order of happening. */
export function keepLatest<T extends Stamp>(window: readonly T[], entry: T, limit: number): T[] {
  if (window.some(kept => kept.id === entry.id)) return [...window];
  return [...window, entry].sort(compareStamps).slice(-limit);
}
