import type { Place } from '../../core/identity/place.ts';
import { batchWrite, type Table, type Write } from './batch.ts';
import { leadsToPlace, placeItem } from './directory-items.ts';
import { makeDirectory } from './directory-store.ts';

/**
 * Makes the writer of places. Writing the same places again changes nothing; where a place changed, what no longer
 * leads to it is removed. The places of one call must be of different UPRNs.
 */
export function makePlacesWriter(table: Table): (places: readonly Place[]) => Promise<void> {
  const directory = makeDirectory(table);
  return async places => {
    const earlier = await directory.placesOf(places.map(({ uprn }) => uprn));
    await batchWrite(
      table,
      places.flatMap(place => writesOf(place, earlier.get(place.uprn))),
    );
  };
}

function writesOf(place: Place, earlier: Place | undefined): Write[] {
  const leads = leadsToPlace(place);
  const now = new Set(leads.map(({ pk }) => pk));
  const stale = earlier === undefined ? [] : leadsToPlace(earlier).filter(({ pk }) => !now.has(pk));
  const removals = stale.map(({ pk, sk }) => ({ remove: { pk, sk } }));
  return [...[placeItem(place), ...leads].map(put => ({ put })), ...removals];
}
