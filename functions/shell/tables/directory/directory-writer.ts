import type { Uprn } from '../../../../schemas/reference.ts';
import type { Place } from '../../../core/identity/place.ts';
import { chunksOf } from '../../chunks.ts';
import { batchGet, batchWrite, itemsPerWrite, type Table, type Write } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { type Directory, makeDirectory } from './directory-store.ts';
import { leadsToPlace, placeItem, type WrittenPlace, writtenPlaceSchema } from './items.ts';
import { placeKey } from './keys.ts';
import { standingHomes } from './standing-homes.ts';

/** What writing a place came to, beside what was there of it. */
export type PlaceOutcome = 'added' | 'changed' | 'unchanged' | 'retired';

interface Work {
  outcome: PlaceOutcome;
  place: Write[];
  leads: Write[];
}

/** How many calls are under way at once. */
const lanes = 4;

/** The places of the directory as an import needs them. */
export interface Places extends Pick<Directory, 'placesOf'> {
  /**
   * Writes places of different UPRNs and answers for each, in order, what that came to. A place that is there as it
   * should be is not written again; where one changed, what no longer leads to it is removed. The place itself, with what
   * tells that all is done, is written last: a writer that was killed is made good by writing the same again.
   */
  write(places: readonly Place[]): Promise<PlaceOutcome[]>;
  /** Every home that is not retired. */
  standingHomes(): AsyncIterable<Uprn>;
}

/** Makes the writer of the directory table. */
export function makePlaces(table: Table): Places {
  return {
    placesOf: makeDirectory(table).placesOf,
    standingHomes: () => standingHomes(table),
    async write(places) {
      const written = await writtenPlaces(table, places);
      const work = places.map(place => {
        const earlier = written.get(place.uprn);
        return workOn(withFormerReferences(place, earlier), earlier);
      });
      for (const part of ['leads', 'place'] as const) {
        const writes = work.flatMap(one => one[part]);
        const size = Math.max(itemsPerWrite, Math.ceil(writes.length / lanes));
        await Promise.all(chunksOf(writes, size).map(some => batchWrite(table, some)));
      }
      return work.map(({ outcome }) => outcome);
    },
  };
}

async function writtenPlaces(table: Table, places: readonly Place[]): Promise<Map<Uprn, WrittenPlace>> {
  const keys = places.map(({ uprn }) => placeKey(uprn));
  const items = await batchGet(table, keys, { consistent: true });
  return new Map(
    items.map(item => readItem(table.tableName, writtenPlaceSchema, item)).map(place => [place.uprn, place]),
  );
}

/** No system lists a retired home any more; what they called it goes on leading to it, where the extract says no other. */
function withFormerReferences(place: Place, earlier: WrittenPlace | undefined): Place {
  if (place.status !== 'retired' || earlier === undefined) return place;
  return { ...place, references: { ...earlier.references, ...place.references } };
}

function workOn(place: Place, earlier: WrittenPlace | undefined): Work {
  const leads = leadsToPlace(place);
  const item = placeItem(place, leads);
  if (item.fingerprint === earlier?.fingerprint) return { outcome: 'unchanged', place: [], leads: [] };
  const now = new Set(leads.map(nameOf));
  const stale = earlier?.leads.filter(lead => !now.has(nameOf(lead))) ?? [];
  return {
    outcome: outcomeOf(place, earlier),
    place: [{ put: item }],
    leads: [...leads.map(put => ({ put })), ...stale.map(remove => ({ remove }))],
  };
}

function outcomeOf({ status }: Place, earlier: WrittenPlace | undefined): PlaceOutcome {
  if (earlier === undefined) return 'added';
  return status === 'retired' && earlier.status !== 'retired' ? 'retired' : 'changed';
}

function nameOf({ pk, sk }: { pk: string; sk: string }): string {
  return `${pk}\n${sk}`;
}
