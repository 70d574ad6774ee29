import canonicalize from 'canonicalize';
import { adapterFor } from '../../../functions/adapters/registry.ts';
import { announceAgain } from '../../../functions/core/delivery/correction.ts';
import { makeMessageFor } from '../../../functions/delivery/deliver/message.ts';
import type { Flag } from '../../../schemas/flags.ts';
import { manifests } from '../hub/plan.ts';
import { readings } from '../receivers/readings.ts';
import { places } from '../story/town.ts';
import { owedTo } from './owed.ts';

/** The town's gazetteer, without a table. */
const directory = {
  placesOf: (uprns: Iterable<string>) =>
    Promise.resolve(
      new Map(places.filter(({ uprn }) => [...uprns].includes(uprn)).map(place => [place.uprn, place])),
    ),
  homesIn: (block: string) =>
    Promise.resolve(places.filter(({ blockUprn }) => blockUprn === block).map(({ uprn }) => uprn)),
};

/** What systems would show if they were told of every flag from scratch: by system and flag. */
export async function toldFromScratch({ flags }: { flags: readonly Flag[] }): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  for (const { system, team } of manifests) {
    const adapter = adapterFor(system);
    if (adapter === undefined) continue;
    const messageFor = makeMessageFor({ adapter, directory: directory as never });
    for (const flag of owedTo(team, flags)) {
      const message = await messageFor(announceAgain('missing', flag));
      const { shown } = readings[system]?.(message?.body) ?? {};
      told.set(`${system} ${flag.id}`, canonicalize(shown) ?? '');
    }
  }
  return told;
}
