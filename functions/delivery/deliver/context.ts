import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { maximumPlaces } from '../../../schemas/flags.ts';
import { localReferenceSchema, type SystemName, type Uprn } from '../../../schemas/reference.ts';
import type { OutboundContext } from '../../adapters/contract.ts';
import type { Place } from '../../core/identity/place.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Directory } from '../../shell/tables/directory/directory-store.ts';

type Gazetteer = Pick<Directory, 'placesOf' | 'homesIn'>;

/** An announcement as it is sent to a system, and what its translation may look up. */
export interface TranslationInput {
  event: HubFlagEvent;
  context: OutboundContext;
}

/**
 * Puts an announcement in terms of homes: the flag of a block names the block and every home in it, because a system that
 * knows homes alone would show it nowhere. With it comes the system's own reference of every place that is named.
 */
export async function makeContext(
  system: SystemName,
  directory: Gazetteer,
  event: HubFlagEvent,
): Promise<TranslationInput> {
  const { flag } = event.data;
  const noLongerAt = 'noLongerAt' in event.data ? (event.data.noLongerAt ?? []) : [];
  const named = await directory.placesOf([...flag.places, ...noLongerAt]);
  const homes = flag.on.startsWith('property/') ? await homesOf(flag.places, named, directory) : [];
  const places = new Map([...named, ...homes.map(home => [home.uprn, home] as const)]);
  const context = {
    system,
    referenceOf(uprn: Uprn) {
      const [first] = places.get(uprn)?.references[system] ?? [];
      return localReferenceSchema.safeParse(first).data;
    },
  };
  if (homes.length === 0) return { event, context };
  const all = [...flag.places, ...homes.map(({ uprn }) => uprn)];
  if (all.length > maximumPlaces) {
    logLine(logLines.placesTruncated, { eventId: event.id, homes: all.length });
  }
  const data = { ...event.data, flag: { ...flag, places: all.slice(0, maximumPlaces) } };
  return { event: { ...event, data } as HubFlagEvent, context };
}

/** The homes that stand in those places that are no home of a block themselves; none in a house. */
async function homesOf(
  uprns: readonly Uprn[],
  named: ReadonlyMap<Uprn, Place>,
  directory: Gazetteer,
): Promise<Place[]> {
  const blocks = uprns.filter(uprn => named.get(uprn)?.blockUprn === undefined);
  const homes = (await Promise.all(blocks.map(directory.homesIn))).flat();
  const places = await directory.placesOf(homes);
  return homes.flatMap(uprn => places.get(uprn) ?? []).filter(({ status }) => status !== 'retired');
}
