import type * as z from 'zod';
import type { SystemName, Uprn } from '../../../schemas/reference.ts';
import { homesMeant } from '../../core/identity/match-address.ts';
import { homesStandingFor } from '../../core/identity/succession.ts';
import type { Disclosure } from '../../core/views/disclosure.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { purposeHeader } from '../../shell/http/look.ts';
import { placesWithSuccessors } from '../../shell/tables/directory/succession.ts';
import { mostNear, searchQuery, searchResponse } from './contract.ts';
import { casesAt } from './find-cases.ts';
import { type ApiDeps, defineEndpoint } from './sources.ts';

type Asked = z.output<typeof searchQuery>;
type Answered = z.input<typeof searchResponse>;

/** What a search came to: homes, and by a reference also its cases, or else which references are near. */
interface Matches extends Pick<Answered, 'cases' | 'near'> {
  uprns: Uprn[];
  disclosed?: Disclosure[];
}

/**
 * A retired home stands for those that succeeded it; one without a successor is answered where there is nothing else, so
 * that its history can be read.
 */
export const findProperties = defineEndpoint({
  method: 'GET',
  path: '/v1/properties',
  scopes: ['lintel/read'],
  tag: 'Properties',
  summary:
    'Find a home by a reference of it or of a case there, a postcode or an address; a retired one by its successors',
  description:
    'A reference is that of a home, a job, planned works, a complaint, a claim or a leak, open or closed. Where nothing has it, the answer names those that are near. It says nothing of a case that is not for the role.',
  query: searchQuery,
  headers: purposeHeader,
  answers: { 200: { description: 'The homes that may be meant', schema: searchResponse } },
  shows: 'personal',
  discloses: ['special-category-text'],
  run: async (deps, { viewer, query }) => {
    const { uprns, disclosed = [], ...found } = await matches(deps, viewer, query);
    const places = await placesWithSuccessors(deps.directory, uprns);
    const standing = homesStandingFor(uprns, uprn => places.get(uprn));
    const meant = standing.length > 0 ? standing : [...new Set(uprns)];
    const properties = meant.flatMap(uprn => places.get(uprn) ?? []);
    properties.sort((a, b) => compare(a.address, b.address));
    return { about: 'search/properties', answer: { properties, ...found }, disclosed };
  },
});

async function matches(deps: ApiDeps, viewer: Viewer, query: Asked): Promise<Matches> {
  const { directory } = deps;
  const { postcode, address, reference, system } = query;
  if (postcode !== undefined) return { uprns: await directory.byPostcode(postcode) };
  if (address !== undefined) return { uprns: homesMeant(await directory.byAddress(address)) };
  return reference === undefined ? { uprns: [] } : byReference(deps, viewer, reference, system);
}

/** What has a reference: homes and cases; where nothing that the viewer may know of has it, which references are near. */
async function byReference(
  deps: ApiDeps,
  viewer: Viewer,
  reference: string,
  system: string | undefined,
): Promise<Matches> {
  const isAsked = (one: string) => system === undefined || one === system;
  const among = deps.systems.filter(isAsked);
  const [homes, numbers] = await Promise.all([
    Promise.all(among.map(name => deps.directory.byReference(name as SystemName, reference))),
    deps.numbers.find(reference),
  ]);
  const exact = await casesAt(
    deps,
    viewer,
    numbers.exact.filter(one => isAsked(one.system)),
  );
  const cases = exact.map(({ answer }) => answer);
  const uprns = [...homes.flatMap(home => home.uprns), ...cases.map(({ uprn }) => uprn)];
  if (uprns.length > 0) return { uprns, cases, near: [], disclosed: exact.flatMap(one => one.disclosed) };
  const leads = numbers.near.filter(one => isAsked(one.system));
  const near = await casesAt(deps, viewer, leads);
  const named = [...leads.filter(({ kind }) => kind === 'home'), ...near.map(({ answer }) => answer)];
  return { uprns, cases, near: once(named), disclosed: near.flatMap(one => one.disclosed) };
}

/** Each reference once, wherever it is, by what it is of. */
function once(
  named: readonly Pick<NonNullable<Answered['near']>[number], 'kind' | 'system' | 'reference'>[],
) {
  const shown = named.map(({ kind, system, reference }) => ({ kind, system, reference }));
  const byName = new Map(shown.map(one => [`${one.kind} ${one.reference} ${one.system}`, one] as const));
  return [...byName.entries()]
    .sort(([a], [b]) => compare(a, b))
    .map(([, one]) => one)
    .slice(0, mostNear);
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en-GB', { numeric: true });
}
