import type { Bulk } from './bulk.ts';
import type { Links, Unlinked } from './link.ts';
import type { Loaded } from './load.ts';
import { hasEnded } from './messages.ts';

/** Everything that a try of the four keys came to, as lines for a terminal. */
export function reportLines(
  bulk: Bulk,
  links: Links,
  { sent, accepted, refused, misplaced }: Loaded,
): string[] {
  const { assets, tenures, persons, takenAt } = bulk;
  const members = tenures.flatMap(({ householdMembers }) => householdMembers);
  const ended = tenures.filter(tenure => hasEnded(tenure, takenAt)).length;
  return [
    `assets    ${assets.length}, each a home of the gazetteer`,
    `tenures   ${tenures.length}, ${ended} of them ended; ${tenures.length - misplaced.length} stand on the property of their asset`,
    ...misplaced.map(({ tenure, wrong }) => `            tenure ${tenure}: ${wrong}`),
    `members   ${members.length}, ${links.personOf.size} linked with their person, ${links.members.size} not`,
    ...reasonLines(links.members),
    `persons   ${persons.length}, ${new Set(links.personOf.values()).size} linked, ${links.persons.size} not`,
    ...reasonLines(links.persons),
    `messages  ${sent} sent, ${accepted} accepted, ${sent - accepted} refused`,
    ...[...refused].map(([reason, count]) => `            ${count} ${reason}`),
    `keys      ${joinWords(bulk)}`,
  ];
}

function reasonLines(unlinked: ReadonlyMap<string, Unlinked>): string[] {
  const byReason = Map.groupBy(unlinked.values(), reason => reason);
  return [...byReason].map(([reason, all]) => `            ${all.length} because ${reason}`);
}

/** Which keys of the files join and which do not. */
function joinWords({ assets, tenures, persons }: Bulk): string {
  const ids = (all: readonly { id: string }[]) => new Set(all.map(({ id }) => id));
  const [assetIds, tenureIds, personIds] = [ids(assets), ids(tenures), ids(persons)];
  const members = tenures.flatMap(({ householdMembers }) => householdMembers);
  const joins: [string, boolean[]][] = [
    ['tenure.tenuredAsset.id', tenures.map(({ tenuredAsset }) => assetIds.has(tenuredAsset.id))],
    ['person.tenures.id', persons.map(person => person.tenures.some(({ id }) => tenureIds.has(id)))],
    ['asset.tenure.id', assets.map(({ tenure }) => tenureIds.has(tenure?.id ?? ''))],
    ['tenure.householdMembers.id', members.map(({ id }) => personIds.has(id))],
  ];
  return joins.map(([key, all]) => `${key} joins ${all.filter(Boolean).length} of ${all.length}`).join('; ');
}
