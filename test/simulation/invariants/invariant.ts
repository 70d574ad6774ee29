import type { After } from './after.ts';

/** Something that holds in every world that has come to rest, whatever went wrong in it. */
export interface Invariant {
  readonly name: string;
  /** In plain words. */
  readonly says: string;
  /** @returns every breach, in words */
  breaches(after: After): readonly string[];
}

/** What of a list is a breach. */
export function each<T>(list: Iterable<T>, breach: (one: T) => string | undefined): string[] {
  return [...list].flatMap(one => breach(one) ?? []);
}
