import type { SystemName, Uprn } from '../../../schemas/reference.ts';
import { homesMeant } from '../../core/identity/match-address.ts';
import { homesStandingFor } from '../../core/identity/succession.ts';
import { type ApiRequest, parametersOf, viewerOf } from '../../shell/http/officer-request.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import { placesWithSuccessors } from '../../shell/tables/directory/succession.ts';
import { searchQuery } from './contract.ts';
import type { ApiDeps } from './sources.ts';

/**
 * `GET /v1/properties?reference=|postcode=|address=`: which homes somebody can mean. A retired home stands for those that
 * succeeded it; one without a successor is told where there is nothing else, so that its history can be read.
 */
export async function findProperties(deps: ApiDeps, request: ApiRequest) {
  viewerOf(request, deps);
  const uprns = await matches(deps, request.queryStringParameters ?? {});
  const places = await placesWithSuccessors(deps.directory, uprns);
  const standing = homesStandingFor(uprns, uprn => places.get(uprn));
  const found = standing.length > 0 ? standing : [...new Set(uprns)];
  return jsonResponse(200, {
    properties: found.flatMap(uprn => places.get(uprn) ?? []).sort((a, b) => compare(a.address, b.address)),
  });
}

async function matches({ directory, systems }: ApiDeps, parameters: object): Promise<Uprn[]> {
  const { postcode, address, reference, system } = parametersOf(searchQuery, parameters);
  if (postcode !== undefined) return directory.byPostcode(postcode);
  if (address !== undefined) return homesMeant(await directory.byAddress(address));
  if (reference === undefined) return [];
  const among = system === undefined ? systems : [system];
  return (await Promise.all(among.map(name => directory.byReference(name as SystemName, reference)))).flat();
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en-GB', { numeric: true });
}
