import * as z from 'zod';

/** What a token’s issuer calls the hub’s roles and scopes: by its name, ours. */
export type ClaimNames = ReadonlyMap<string, string>;

/**
 * Reads what an issuer’s names mean, written as `theirs=ours`, parted by spaces: `Repairs.Officer=repairs-officer`.
 * @throws {RangeError} for what is not written so, and for a name that is given twice: which is meant, nobody could say
 */
export function claimNamesIn(text: string): ClaimNames {
  const names = new Map<string, string>();
  for (const pair of text.split(/\s+/).filter(one => one !== '')) {
    const [, theirs, ours] = /^([^,"[\]{}]+)=([^=]+)$/.exec(pair) ?? [];
    if (theirs === undefined || ours === undefined)
      throw new RangeError(`${JSON.stringify(pair)} is not written as <the issuer’s name>=<the hub’s>`);
    if (names.has(theirs)) throw new RangeError(`${JSON.stringify(theirs)} is named twice`);
    names.set(theirs, ours);
  }
  return names;
}

/** The variable of a function that says what the issuer’s names mean; left out, they are the hub’s own. */
export const claimNamesSetting = z.string().default('').transform(claimNamesIn);
