import type { Uprn } from '../../../../schemas/reference.ts';
import type { Place } from '../../../core/identity/place.ts';
import type { Directory } from './directory-store.ts';

/**
 * The places that exist among the given ones, and of those that are retired the ones that succeeded them, however many
 * changes there were: one read for each generation, so one read in nearly every case.
 */
export async function placesWithSuccessors(
  directory: Pick<Directory, 'placesOf'>,
  uprns: Iterable<Uprn>,
): Promise<Map<Uprn, Place>> {
  const found = new Map<Uprn, Place>();
  const asked = new Set<Uprn>();
  let wanted = new Set(uprns);
  while (wanted.size > 0) {
    const generation = await directory.placesOf(wanted);
    for (const uprn of wanted) asked.add(uprn);
    for (const [uprn, place] of generation) found.set(uprn, place);
    const successors = [...generation.values()].flatMap(place => place.succeededBy ?? []);
    wanted = new Set(successors.filter(uprn => !asked.has(uprn)));
  }
  return found;
}
