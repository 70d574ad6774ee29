import { addressKeyOf, normalisePostcode } from '../../core/identity/address-key.ts';
import type { Place } from '../../core/identity/place.ts';
import { type Key, leadKey, leadsTo, placeKey } from './keys.ts';

/** An item of the directory that leads from what somebody knows of a home to the home. */
export type Lead = Key & Pick<Place, 'uprn' | 'postcode'>;

/** Every item that leads to a place: its block, each system's references, its address and its postcode. */
export function leadsToPlace(place: Place): Lead[] {
  const { uprn, blockUprn, references } = place;
  const address = addressKeyOf(place.address)?.key;
  const postcode = normalisePostcode(place.postcode);
  const partitions = [
    ...(blockUprn === undefined ? [] : [leadsTo.block(blockUprn)]),
    ...Object.entries(references).flatMap(([system, keys]) =>
      keys.map(key => leadsTo.reference(system, key)),
    ),
    ...(address === undefined ? [] : [leadsTo.address(address)]),
    ...(postcode === undefined ? [] : [leadsTo.postcode(postcode)]),
  ];
  return [...new Set(partitions)].map(pk => ({ ...leadKey(pk, uprn), uprn, postcode: postcode ?? '' }));
}

/** The place itself. */
export function placeItem(place: Place): Key & Place {
  return { ...placeKey(place.uprn), ...place };
}
