import type { Found } from './alignment.ts';
import type { Comparison } from './comparison.ts';
import type { Home } from './home.ts';
import type { PostcodeLikeness } from './postcode-likeness.ts';

const ofUnit: Record<Exclude<Comparison['unit'], 'none'>, string> = {
  same: 'the same flat',
  different: 'another flat',
  misplaced: 'the number of the flat, but not where that of a flat stands',
  'not said': 'the address does not say which flat',
  'not there': 'the address names a flat, and this home is none',
};

const ofNumber: Record<Exclude<Comparison['number'], 'none'>, string> = {
  same: 'the same number in the street',
  different: 'another number in the street',
  'not said': 'the address does not give the number in the street',
};

const ofPostcode: Record<PostcodeLikeness, string | undefined> = {
  same: 'the same postcode',
  sector: 'nearly the same postcode: the last letters differ',
  slip: 'nearly the same postcode: one character differs',
  outcode: 'the same postcode district',
  different: 'another postcode',
  'not said': undefined,
};

/** Why a home has its score, part by part, for the officer who is to choose. Repeats nothing that the address says. */
export function reasonsOf(
  { unit, number, premises, street, postcode, unexplained }: Comparison,
  home: Home,
): string[] {
  const left = [unexplained.numbers, unexplained.telling, unexplained.names, unexplained.words].flat().length;
  const first = home.premises.number === undefined ? 'building' : 'street';
  return [
    unit === 'none' ? undefined : ofUnit[unit],
    number === 'none' ? undefined : ofNumber[number],
    ofName(first, premises),
    home.street === undefined ? undefined : ofName('street', street),
    ofPostcode[postcode],
    left === 0
      ? undefined
      : `${left} ${left === 1 ? 'word' : 'words'} of the address that this home does not explain`,
  ].filter(reason => reason !== undefined);
}

function ofName(what: 'building' | 'street', found: Found | undefined): string {
  if (found === undefined) return `the ${what} is not named`;
  const how = {
    same: 'the same',
    misspelt: 'nearly the same',
    shortened: 'the same but for its last word',
    'in part': 'a similar',
  };
  return `${how[found.spelling]} ${what}`;
}
