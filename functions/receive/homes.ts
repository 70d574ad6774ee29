import type { SystemName, Uprn } from '../../schemas/reference.ts';
import type { EventDraft, HomeLocator } from '../adapters/contract.ts';
import { homesStandingFor } from '../core/identity/succession.ts';
import { chunksOf } from '../shell/chunks.ts';
import type { Directory } from '../shell/table/directory-store.ts';
import { placesWithSuccessors } from '../shell/table/succession.ts';

/** What a locator turned out to mean. `retired` are homes that are no more and that no home succeeded. */
export type Found =
  | { found: 'one'; uprn: Uprn; block: Uprn | undefined }
  | { found: 'none'; retired?: Uprn[] }
  | { found: 'several'; uprns: Uprn[] };

/** What each locator of a document means. */
export type Homes = (locator: HomeLocator) => Found;

const lookUpsAtOnce = 25;

/**
 * Finds every home that drafts speak of: one look-up for each different locator, however often it is named. A home that
 * was merged or split up stands for those that succeeded it.
 */
export async function findHomes(
  drafts: readonly EventDraft[],
  system: SystemName,
  directory: Directory,
): Promise<Homes> {
  const locators = drafts
    .flatMap(({ home, source }) => [home, source])
    .filter(locator => locator !== undefined);
  const distinct = [...new Map(locators.map(locator => [nameOf(locator), locator]))];
  const candidates = new Map<string, Uprn[]>();
  for (const some of chunksOf(distinct, lookUpsAtOnce)) {
    const found = await Promise.all(some.map(([, locator]) => lookUp(locator, system, directory)));
    for (const [index, [name]] of some.entries()) candidates.set(name, found[index] ?? []);
  }
  const places = await placesWithSuccessors(directory, [...candidates.values()].flat());
  return locator => {
    const named = candidates.get(nameOf(locator)) ?? [];
    const uprns = homesStandingFor(named, one => places.get(one));
    const [uprn, ...others] = uprns;
    if (uprn === undefined) {
      const retired = named.filter(one => places.has(one));
      return retired.length === 0 ? { found: 'none' } : { found: 'none', retired };
    }
    if (others.length > 0) return { found: 'several', uprns };
    return { found: 'one', uprn, block: places.get(uprn)?.blockUprn };
  };
}

function lookUp(locator: HomeLocator, system: SystemName, directory: Directory): Promise<Uprn[]> | Uprn[] {
  if (locator.by === 'uprn') return [locator.uprn];
  if (locator.by === 'reference') return directory.byReference(system, locator.reference);
  return directory.byAddress(locator.address);
}

function nameOf(locator: HomeLocator): string {
  return JSON.stringify(locator, Object.keys(locator).toSorted());
}
