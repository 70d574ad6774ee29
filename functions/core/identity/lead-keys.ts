import { type Line, nameOf } from './address.ts';
import { boundedKey } from './bounded-key.ts';
import { type AddressedPlace, type Home, homeOf } from './home.ts';
import { distinctivePart } from './name-words.ts';
import { normalisePostcode } from './postcode.ts';

/**
 * Where the directory keeps a home: a partition, and what the sort key inside it begins with. A flat's begins with its
 * number and a space, so that flat 4 is read without flat 40, and a whole building with all that is in it.
 */
export interface LeadKey {
  partition: string;
  sort: string;
}

/** The kinds of key; `all…` are for reading only. */
export const keys = {
  inPremises: (name: string, unit: string): LeadKey => ({
    partition: `PREMISES#${boundedKey(name)}`,
    sort: `${boundedKey(unit)} `,
  }),
  allInPremises: (name: string): LeadKey => ({ partition: `PREMISES#${boundedKey(name)}`, sort: '' }),
  inPostcode: (postcode: string): LeadKey => ({ partition: `POSTCODE#${postcode}`, sort: '' }),
} as const;

/**
 * The keys under which a place is found: its premises with its unit, the halves of its name with its number, and its
 * postcode. Written by the gazetteer import: two to seven a home, four or five as a rule.
 */
export function leadKeysOf(place: Pick<AddressedPlace, 'address' | 'postcode'>): LeadKey[] {
  const home = homeOf(place);
  const postcode = home?.postcode ?? normalisePostcode(place.postcode);
  return distinctKeys([
    ...(home === undefined ? [] : [...premisesOf(home), ...aliasesOf(home), ...namesOf(home)]),
    ...(postcode === undefined ? [] : [keys.inPostcode(postcode)]),
  ]);
}

/** The building and the street in which a home is. */
function premisesOf({ premises, street, unit }: Home): LeadKey[] {
  const lines = [premises, ...(street === undefined ? [] : [street])];
  return lines.map(line => keys.inPremises(nameOf(line), unit));
}

/** `Flat A, 12 Elm Road` is also called `12A Elm Road`, and the other way about. */
function aliasesOf({ premises, unit }: Home): LeadKey[] {
  const { number = '', name } = premises;
  if (/^[A-Z]$/.test(unit) && /^\d+$/.test(number))
    return [keys.inPremises(nameOf({ number: number + unit, name }), '')];
  const [, digits, letter] = /^(\d+)([A-Z])$/.exec(number) ?? [];
  if (unit !== '' || digits === undefined || letter === undefined) return [];
  return [keys.inPremises(nameOf({ number: digits, name }), letter)];
}

/** A building by the numbers in it; a street by those of its houses. */
function namesOf({ premises, street, unit }: Home): LeadKey[] {
  const inStreet = street?.number === undefined ? [] : keysNear(street, unit);
  return [...keysNear(premises, unit), ...inStreet];
}

/**
 * The keys of a name by its halves. One slip of the pen, a letter too many, too few, wrong, or two swapped, leaves the
 * first two or the last two letters of a name of five letters or more as they are: a home is found by either half and
 * the digits of its number. A sound key such as Metaphone would promise nothing of the kind: `Larhc` sounds otherwise.
 */
export function keysNear({ number, name }: Numbered, unit: string): LeadKey[] {
  const part = distinctivePart(name);
  const id = number ?? unit;
  const digits = /^\d+/.exec(id)?.[0] ?? id;
  const halves = digits === '' ? [] : [`${part.slice(0, 2)}-`, `-${part.slice(-2)}`];
  return halves.map(half => ({ partition: `NEAR#${boundedKey(digits)}#${half}`, sort: '' }));
}

type Numbered = Pick<Line, 'name'> & { number?: string | undefined };

/** Each key once. */
export function distinctKeys(some: readonly LeadKey[]): LeadKey[] {
  return [...new Map(some.map(key => [`${key.partition}\n${key.sort}`, key])).values()];
}
