import type { AddressedPlace } from '../../../functions/core/identity/home.ts';
import { type LeadKey, leadKeysOf } from '../../../functions/core/identity/lead-keys.ts';
import { homesPerLookUp } from '../../../functions/core/identity/look-ups.ts';
import type { LookUp } from '../../../functions/shell/tables/directory/find-address.ts';

/** A directory in memory with the table's own limits, that counts what is read. */
export interface TownDirectory {
  lookUp: LookUp;
  /** What was read since the last call. */
  taken(): { lookUps: number; homes: number };
}

/** Keeps places under the keys that the import writes. */
export function makeTownDirectory(places: readonly AddressedPlace[]): TownDirectory {
  const partitions = new Map<string, { sort: string; place: AddressedPlace }[]>();
  for (const place of places) {
    for (const { partition, sort } of leadKeysOf(place)) {
      const items = partitions.get(partition) ?? [];
      items.push({ sort: `${sort}UPRN#${place.uprn}`, place });
      partitions.set(partition, items);
    }
  }
  for (const items of partitions.values()) items.sort((a, b) => (a.sort < b.sort ? -1 : 1));
  let count = { lookUps: 0, homes: 0 };
  return {
    lookUp({ partition, sort }: LeadKey) {
      const items = partitions.get(partition) ?? [];
      const found = items.filter(item => item.sort.startsWith(sort)).slice(0, homesPerLookUp);
      count = { lookUps: count.lookUps + 1, homes: count.homes + found.length };
      return Promise.resolve(found.map(({ place }) => place));
    },
    taken() {
      const before = count;
      count = { lookUps: 0, homes: 0 };
      return before;
    },
  };
}
