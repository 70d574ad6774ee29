import type { Address } from './address.ts';
import { type Found, findNames, wordsOf } from './alignment.ts';
import { compareDoors, type Doors, type IsDivided } from './doors.ts';
import type { Home } from './home.ts';
import { leftOver, type Unexplained } from './left-over.ts';
import { isTellingWord } from './name-words.ts';
import { comparePostcodes, type PostcodeLikeness } from './postcode-likeness.ts';

/** An address beside a home of the gazetteer, part by part. */
export interface Comparison extends Pick<Doors, 'unit' | 'number'> {
  /** The building, or the street in which the home has a number. */
  premises: Found | undefined;
  /** The street of a building. */
  street: Found | undefined;
  /** Whether the address names the home's locality or town. */
  area: boolean;
  postcode: PostcodeLikeness;
  /** Whether the address says where a place is by another one: `rear of 40`. The number is then that other one's. */
  aside: boolean;
  unexplained: Unexplained;
  /** How many words the names of the address have, and how many are explained: misspelt ones in part. */
  words: { all: number; explained: number };
}

/**
 * Compares an address with a home, part by part. Judges nothing.
 * @param isDivided whether a house, by its number and name, is known to have flats of its own
 */
export function compare(address: Address, home: Home, isDivided: IsDivided): Comparison {
  const words = wordsOf(address);
  const names = [home.premises.name, ...(home.street === undefined ? [] : [home.street.name]), ...home.area];
  const { found, taken, explained } = findNames(names, words);
  const premises = found.get(home.premises.name);
  const street = home.street && found.get(home.street.name);
  const numbers = words.filter(({ isNumber }, index) => isNumber && taken.has(index)).map(({ text }) => text);
  const { unit, number, numbersLeft } = compareDoors(
    address,
    home,
    words,
    { premises, street, numbers },
    isDivided,
  );
  return {
    unit: unit === 'not said' && numbersLeft.includes(home.unit) ? 'misplaced' : unit,
    number,
    premises,
    street,
    area: home.area.some(name => found.get(name)?.spelling === 'same'),
    postcode: comparePostcodes(address, home),
    aside: words.some(({ text }) => isTellingWord(text)),
    unexplained: { numbers: numbersLeft, ...leftOver(words, taken) },
    words: { all: words.filter(({ isNumber }, index) => !isNumber || taken.has(index)).length, explained },
  };
}
