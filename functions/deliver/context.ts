import type { HubFlagEvent } from '../../schemas/catalogue.ts';
import { localReferenceSchema, type SystemName } from '../../schemas/reference.ts';
import type { OutboundContext } from '../adapters/contract.ts';
import type { Directory } from '../shell/table/directory-store.ts';

/** What a translation may look up: the system's own reference of every home that the announcement names. */
export async function makeContext(
  system: SystemName,
  directory: Pick<Directory, 'placesOf'>,
  { data }: HubFlagEvent,
): Promise<OutboundContext> {
  const noLongerAt = 'noLongerAt' in data ? (data.noLongerAt ?? []) : [];
  const places = await directory.placesOf([...data.flag.places, ...noLongerAt]);
  return {
    system,
    referenceOf(uprn) {
      const [first] = places.get(uprn)?.references[system] ?? [];
      return localReferenceSchema.safeParse(first).data;
    },
  };
}
