import type { HomeLocator } from '../../adapters/contract.ts';
import { derivedId } from '../../core/envelope/derived-id.ts';
import { readAddress, wordingOf } from '../../core/identity/address.ts';
import { boundedKey } from '../../core/identity/bounded-key.ts';
import { workOrderKey } from '../../core/identity/work-order-key.ts';

/**
 * A system's own key of a home, as the directory learns it: the reference itself, or an address or UPRN that a person
 * read once. Addresses of one wording have one key; a text in which no address is read is known by itself alone.
 */
export function localKeyOf(locator: HomeLocator): string {
  if (locator.by === 'reference') return locator.reference;
  if (locator.by === 'work-order') return workOrderKey(locator.reference);
  if (locator.by === 'uprn') return `uprn ${locator.uprn}`;
  const address = readAddress(locator.address);
  const parts = [wordingOf(address), address.postcode ?? address.outcode ?? ''];
  const read = parts.filter(part => part !== '').map(boundedKey);
  return ['address', ...(read.length === 0 ? [derivedId(locator.address)] : read)].join(' ');
}
