import type * as z from 'zod';
import { type LocalReference, uprnFrom } from '../../../schemas/reference.ts';
import type { HomeLocator } from '../contract.ts';
import { type Reading, read, unread } from '../kit/reading.ts';
import type { homeSchema, placeShape } from './vendor-parts.ts';

type Home = z.output<typeof homeSchema>;
type Place = z.output<z.ZodObject<typeof placeShape>>;

const howToName =
  'one sitePropertyUnit with a reference: { "id": "00047104" }, or { "id": "200000471104", "allocatedBy": "UPRN" }';

/**
 * The one home that a message is about: by UPRN where it gives one, else by the repairs system's own reference, else by
 * the address.
 * @param at where the place stands in the message, as a JSON pointer
 */
export function homeOf({ sitePropertyUnit, site }: Place, at = ''): Reading<HomeLocator> {
  const properties = site?.property ?? [];
  const homes: Home[] = [
    ...sitePropertyUnit,
    ...properties.flatMap(property => (property.unit.length > 0 ? property.unit : [property])),
  ];
  const path = `${at}/sitePropertyUnit`;
  const [home] = homes;
  if (home === undefined) {
    return unread({ path, message: 'The message does not say which home it is about', expected: howToName });
  }
  if (homes.length > 1) {
    return unread({ path, message: `The message is about ${homes.length} homes`, expected: howToName });
  }
  return locatorOf(home, path);
}

/** The home of a message about a work order: where it says none, the one at which the work order was raised. */
export function homeOfUpdate(place: Place, workOrderReference: LocalReference): Reading<HomeLocator> {
  const saysNone = place.sitePropertyUnit.length === 0 && place.site === undefined;
  return saysNone ? read({ by: 'work-order', reference: workOrderReference }) : homeOf(place);
}

function locatorOf(home: Home, path: string): Reading<HomeLocator> {
  const marked = home.reference.find(isUprn);
  if (marked !== undefined) {
    const uprn = uprnFrom(marked.id);
    if (uprn !== undefined) return read({ by: 'uprn', uprn });
    return unread({ path, message: 'A reference marked as UPRN is not one', expected: '1 to 12 digits' });
  }
  const reference = home.reference[0]?.id ?? home.propertyReference;
  if (reference !== undefined) return read({ by: 'reference', reference });
  const address = addressOf(home);
  if (address !== '') return read({ by: 'address', address });
  return unread({ path, message: 'The home has neither a reference nor an address', expected: howToName });
}

function isUprn({ allocatedBy, description }: Home['reference'][number]): boolean {
  return [allocatedBy, description].some(mark => mark?.toUpperCase() === 'UPRN');
}

function addressOf({ address }: Home): string {
  if (address === undefined) return '';
  const { addressLine, buildingName, buildingNumber, streetName, cityName, postalCode } = address;
  const street = [buildingNumber, streetName].filter(Boolean).join(' ');
  return [...addressLine, buildingName, street, cityName, postalCode].filter(Boolean).join(', ');
}
