import { readAddress } from '../../../core/identity/address.ts';
import type { AddressedPlace } from '../../../core/identity/home.ts';
import type { LeadKey } from '../../../core/identity/lead-keys.ts';
import { lookUpsFor } from '../../../core/identity/look-ups.ts';
import { type AddressMatch, matchAddress } from '../../../core/identity/match-address.ts';

/** Reads the homes that are kept under a key, `homesPerLookUp` at most. */
export type LookUp = (key: LeadKey) => Promise<AddressedPlace[]>;

/**
 * Finds the home that an address means. What is written is looked up first; only when that does not decide it, what is
 * misspelt, too. Eight look-ups at most.
 */
export async function findAddress(text: string, lookUp: LookUp): Promise<AddressMatch> {
  const address = readAddress(text);
  const { exact, wider } = lookUpsFor(address);
  const found = (await Promise.all(exact.map(lookUp))).flat();
  const match = matchAddress(address, found);
  if (match.found === 'several' || (match.found === 'one' && match.isAsWritten)) return match;
  const more = (await Promise.all(wider.map(lookUp))).flat();
  return matchAddress(address, [...found, ...more]);
}
