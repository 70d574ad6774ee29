import type { SealStore } from '../../shell/seal-store.ts';
import type { Seal } from '../../shell/tables/audit/seal.ts';

/** Where seals are kept: the hub's own place, and the copy that nobody can change, where there is one. */
export type Places = readonly [SealStore, ...SealStore[]];

/** The seals as they were kept when this night began. */
export interface KnownSeals {
  /** The last day that is sealed, if any. */
  last: string | undefined;
  has(day: string): boolean;
  /** @returns undefined also when what is there is no seal. */
  read(day: string): Promise<Seal | undefined>;
}

/** Finds out which days have seals. A seal is read from the copy where it is there: nobody could change that. */
export async function knownSeals(places: Places): Promise<KnownSeals> {
  const known = await Promise.all(places.map(async place => ({ place, days: await place.days() })));
  const all = new Set(known.flatMap(({ days }) => [...days]));
  return {
    last: [...all].toSorted().at(-1),
    has: day => all.has(day),
    read: async day => known.findLast(({ days }) => days.has(day))?.place.read(day),
  };
}
