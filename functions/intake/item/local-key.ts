import type { HomeLocator } from '../../adapters/contract.ts';
import { readAddress, wordingOf } from '../../core/identity/address.ts';

/**
 * A system's own key of a home, as the directory learns it: the reference itself, or an address or UPRN that a person
 * read once. Addresses of one wording have one key.
 */
export function localKeyOf(locator: HomeLocator): string {
  if (locator.by === 'reference') return locator.reference;
  if (locator.by === 'uprn') return `uprn ${locator.uprn}`;
  const address = readAddress(locator.address);
  return ['address', wordingOf(address), address.postcode ?? address.outcode ?? ''].join(' ').trim();
}
