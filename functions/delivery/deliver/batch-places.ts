import type { HubEvent } from '../../../schemas/catalogue.ts';
import type { Uprn } from '../../../schemas/reference.ts';
import { isHubFlagEvent } from '../../shell/event-message.ts';
import type { MessageDeps } from './message.ts';

/**
 * The directory for one batch: where its flags stand is looked up for all of them together, when the first of them asks. Where
 * that fails, each asks for itself: what cannot be looked up holds up nothing else.
 */
export function batchPlaces(
  directory: MessageDeps['directory'],
  events: readonly (HubEvent | undefined)[],
): MessageDeps['directory'] {
  const named = new Set(events.flatMap(placesIn));
  let all: ReturnType<typeof directory.placesOf> | undefined;
  return {
    homesIn: directory.homesIn,
    async placesOf(wanted) {
      const uprns = [...wanted];
      if (!uprns.every(uprn => named.has(uprn))) return directory.placesOf(uprns);
      all ??= directory.placesOf([...named]);
      const places = await all.catch(() => directory.placesOf(uprns));
      return new Map(
        uprns.flatMap(uprn => {
          const place = places.get(uprn);
          return place === undefined ? [] : [[uprn, place] as const];
        }),
      );
    },
  };
}

function placesIn(event: HubEvent | undefined): readonly Uprn[] {
  if (event === undefined || !isHubFlagEvent(event)) return [];
  const { data } = event;
  return [...data.flag.places, ...('noLongerAt' in data ? (data.noLongerAt ?? []) : [])];
}
