import damerauLevenshtein from 'damerau-levenshtein';
import { outcodeOf, type PostcodeReading, sectorOf } from './postcode.ts';

/**
 * How the postcode of an address agrees with that of a home. `sector`: all but the last two letters; `slip`: one slip of
 * the pen away; `outcode`: as far as the address gives one.
 */
export type PostcodeLikeness = 'same' | 'sector' | 'slip' | 'outcode' | 'different' | 'not said';

type Postcode = Omit<PostcodeReading, 'rest'>;

/** Compares the postcode of an address with that of a home. */
export function comparePostcodes(said: Postcode, known: Postcode): PostcodeLikeness {
  if (known.postcode === undefined || said.outcode === undefined) return 'not said';
  if (said.postcode === undefined)
    return said.outcode === outcodeOf(known.postcode) ? 'outcode' : 'different';
  if (said.postcode === known.postcode) return 'same';
  if (sectorOf(said.postcode) === sectorOf(known.postcode)) return 'sector';
  return damerauLevenshtein(compact(said.postcode), compact(known.postcode)).steps === 1
    ? 'slip'
    : 'different';
}

function compact(postcode: string): string {
  return postcode.replace(' ', '');
}
