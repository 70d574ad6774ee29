import { eventsResponse } from '../../../functions/intake/receive/contract.ts';
import type { HubWithTeams } from '../hub-with-teams.ts';
import type { Bulk, Tenure } from './bulk.ts';
import type { Links } from './link.ts';
import { endsLater, hasEnded, messagesOf } from './messages.ts';

const itemsAtOnce = 200;
const lookUpsAtOnce = 8;

/** What came of loading a bulk set. */
export interface Loaded {
  sent: number;
  accepted: number;
  /** Why the hub did not take something, with how often. */
  refused: Map<string, number>;
  /** Tenures that are not on the property of their asset as they should be, and what is wrong. */
  misplaced: { tenure: string; wrong: string }[];
}

/** Posts everything to the hub as the tenancy system, waits until it is at rest and looks every tenure up. */
export async function load(landlord: HubWithTeams, bulk: Bulk, links: Links): Promise<Loaded> {
  const loaded: Loaded = { sent: 0, accepted: 0, refused: new Map(), misplaced: [] };
  const messages = messagesOf(bulk, links);
  for (let from = 0; from < messages.length; from += itemsAtOnce)
    await post(landlord, messages.slice(from, from + itemsAtOnce), loaded);
  await landlord.hub.settled();
  for (let from = 0; from < bulk.tenures.length; from += lookUpsAtOnce) {
    const some = bulk.tenures.slice(from, from + lookUpsAtOnce);
    const found = await Promise.all(some.map(tenure => wrongWith(tenure, landlord, bulk, links)));
    for (const [index, wrong] of found.entries())
      if (wrong !== undefined) loaded.misplaced.push({ tenure: some[index]?.id ?? '', wrong });
  }
  return loaded;
}

async function post({ system }: HubWithTeams, items: readonly object[], loaded: Loaded): Promise<void> {
  const { status, body } = await system('tenancy').post({
    contentType: 'application/json',
    body: JSON.stringify(items),
  });
  if (status !== 202) throw new Error(`The hub answered ${status}: ${JSON.stringify(body)}`);
  const { accepted, rejected, quarantined } = eventsResponse.parse(body);
  const reasons = [
    ...rejected.map(
      ({ problems }) => `rejected: ${problems.map(({ path, message }) => `${path} ${message}`).join()}`,
    ),
    ...quarantined.map(({ reason }) => `quarantined: ${reason}`),
  ];
  for (const reason of reasons) loaded.refused.set(reason, (loaded.refused.get(reason) ?? 0) + 1);
  loaded.sent += items.length;
  loaded.accepted += accepted.length;
}

/** What is wrong with where a tenure is, with its ending or with its household; undefined when all is right. */
async function wrongWith(tenure: Tenure, landlord: HubWithTeams, { assets, takenAt }: Bulk, links: Links) {
  const asset = assets.find(({ id }) => id === tenure.tenuredAsset.id);
  if (asset === undefined) return 'its asset is not in the files';
  const officer = landlord.officer('manager');
  const { uprn } = asset.assetAddress;
  const [property, timeline] = await Promise.all([officer.property(uprn), officer.timeline(uprn, 'tenancy')]);
  const types = timeline.filter(({ data }) => data['tenancyReference'] === tenure.id).map(({ type }) => type);
  const ended = hasEnded(tenure, takenAt);
  const expected = [
    'housing.tenancy.started.v1',
    ...(ended ? ['housing.tenancy.ended.v1'] : []),
    ...(endsLater(tenure, takenAt) ? ['housing.tenancy.end-announced.v1'] : []),
  ];
  if (types.toSorted().join() !== expected.toSorted().join())
    return `its property has ${types.join() || 'nothing'} of it`;
  if (ended) return undefined;
  const shown = new Map(property.household.map(({ person, name }) => [person, name]));
  const missing = tenure.householdMembers.filter(
    ({ id }) => shown.get(`tenancy:${links.personOf.get(id) ?? id}`) === undefined,
  );
  return missing.length === 0 ? undefined : `${missing.length} of its household are not shown by name`;
}
