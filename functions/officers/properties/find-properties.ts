import type * as z from 'zod';
import type { SystemName, Uprn } from '../../../schemas/reference.ts';
import { homesMeant } from '../../core/identity/match-address.ts';
import { homesStandingFor } from '../../core/identity/succession.ts';
import { placesWithSuccessors } from '../../shell/tables/directory/succession.ts';
import { searchQuery, searchResponse } from './contract.ts';
import { type ApiDeps, defineEndpoint } from './sources.ts';

/**
 * A retired home stands for those that succeeded it; one without a successor is answered where there is nothing else, so
 * that its history can be read.
 */
export const findProperties = defineEndpoint({
  method: 'GET',
  path: '/v1/properties',
  scopes: ['lintel/read'],
  tag: 'Properties',
  summary: 'Find a home by a reference, a postcode or an address; a retired one by its successors',
  query: searchQuery,
  answers: { 200: { description: 'The homes that may be meant', schema: searchResponse } },
  shows: 'nothing',
  run: async (deps, { query }) => {
    const uprns = await matches(deps, query);
    const places = await placesWithSuccessors(deps.directory, uprns);
    const standing = homesStandingFor(uprns, uprn => places.get(uprn));
    const found = standing.length > 0 ? standing : [...new Set(uprns)];
    const properties = found.flatMap(uprn => places.get(uprn) ?? []);
    return { answer: { properties: properties.sort((a, b) => compare(a.address, b.address)) } };
  },
});

async function matches(
  { directory, systems }: Pick<ApiDeps, 'directory' | 'systems'>,
  { postcode, address, reference, system }: z.output<typeof searchQuery>,
): Promise<Uprn[]> {
  if (postcode !== undefined) return directory.byPostcode(postcode);
  if (address !== undefined) return homesMeant(await directory.byAddress(address));
  if (reference === undefined) return [];
  const among = systems.filter(one => system === undefined || one === system);
  const found = await Promise.all(among.map(name => directory.byReference(name as SystemName, reference)));
  return found.flatMap(({ uprns }) => uprns);
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en-GB', { numeric: true });
}
