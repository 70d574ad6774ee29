import { type Address, nameOf } from './address.ts';
import type { Found, Word } from './alignment.ts';
import type { Home } from './home.ts';
import { type Unit, unitsKey } from './unit.ts';

/** Whether a number that the gazetteer has is the one that the address gives. */
type Agreement = 'same' | 'different' | 'not said';

/** How the flat and the house number of an address agree with those of a home. */
export interface Doors {
  /**
   * `misplaced`: its number stands elsewhere in the address; `not there`: the address names a flat and the home is none;
   * `none`: neither has one.
   */
  unit: Agreement | 'misplaced' | 'not there' | 'none';
  /** Of a house in its street, or of a building in its street where the address gives one. */
  number: Agreement | 'none';
  /** The numbers of the address that are neither. */
  numbersLeft: readonly string[];
}

/** Whether a house, by its number and the name of its street, is known to have flats of its own. */
export type IsDivided = (label: string) => boolean;

interface Names {
  premises: Found | undefined;
  street: Found | undefined;
  /** Numbers that are part of a name. */
  numbers: readonly string[];
}

/** Compares the numbers of an address with those of a home, by the names beside which they stand. */
export function compareDoors(
  address: Address,
  home: Home,
  words: readonly Word[],
  names: Names,
  isDivided: IsDivided,
): Doors {
  const beside = numbersBeside(words, names.premises);
  const used = [...names.numbers];
  const doors = home.premises.number === undefined ? ofBuilding : ofHouse;
  const { unit, number } = doors(
    address,
    home,
    { beside, inStreet: numbersBeside(words, names.street), isDivided },
    used,
  );
  return { unit, number, numbersLeft: withoutEach(numbersOf(address), used) };
}

type Compare = (
  address: Address,
  home: Home,
  said: { beside: readonly string[]; inStreet: readonly string[]; isDivided: IsDivided },
  used: string[],
) => Pick<Doors, 'unit' | 'number'>;

/** The number before the name of a building is that of a flat in it. A building is found without its number in the street. */
const ofBuilding: Compare = (address, home, { beside, inStreet }, used) => {
  const inside = beside.length > 0 ? beside : address.loose;
  const unit = compareUnits(address.units, inside, home, used);
  const number = inStreet.length === 0 ? 'none' : compareNumber(home.street?.number, inStreet, used);
  return { unit, number };
};

/** `12A` and `Flat A, 12` are two spellings of one door, where the house that is named has no flats of its own. */
const ofHouse: Compare = ({ units, loose }, home, { beside, isDivided }, used) => {
  const { number = '', name } = home.premises;
  const [said = ''] = beside;
  const oneHasUnit = loose.length === 0 && (units.length === 0) !== (home.unit === '');
  const isWhole = oneHasUnit && !isDivided(nameOf({ number: said, name }));
  if (isWhole && lettered(unitsKey(units), said) === lettered(home.unit, number)) {
    used.push(said);
    return { unit: 'same', number: 'same' };
  }
  return { unit: compareUnits(units, loose, home, used), number: compareNumber(number, beside, used) };
};

function lettered(unit: string, number: string): string {
  return /^[A-Z]$/.test(unit) && /^\d+$/.test(number)
    ? number + unit
    : `${unit}/${number}`.replace(/^\//, '');
}

function compareUnits(
  said: readonly Unit[],
  inside: readonly string[],
  home: Home,
  used: string[],
): Doors['unit'] {
  if (said.length === 0 && inside.length === 0) return home.unit === '' ? 'none' : 'not said';
  if (home.unit === '') return said.length === 0 ? 'none' : 'not there';
  if (said.length === 0) return compareNumber(home.unit, inside, used) === 'same' ? 'same' : 'different';
  return unitsKey(said) === home.unit && !floorsDiffer(said, home.units) ? 'same' : 'different';
}

/** `Ground floor, Flat 1` is not `First floor, Flat 1`, but it is `Flat 1`. */
function floorsDiffer(said: readonly Unit[], known: readonly Unit[]): boolean {
  return said.some(({ id, floor }) =>
    known.some(one => one.id === id && (one.floor ?? floor) !== (floor ?? one.floor)),
  );
}

function compareNumber(
  known: string | undefined,
  said: readonly string[],
  used: string[],
): Agreement | 'none' {
  if (known === undefined) return 'none';
  if (said.length === 0) return 'not said';
  used.push(...said);
  return said.every(number => number === known) ? 'same' : 'different';
}

function numbersBeside(words: readonly Word[], found: Found | undefined): string[] {
  if (found === undefined) return [];
  const next = words[found.to];
  const after = next?.isNumber && next.line === words[found.to - 1]?.line ? next.text : undefined;
  return [words[found.from]?.before, after].filter(number => number !== undefined);
}

function numbersOf({ lines, loose }: Address): string[] {
  const ofLines = lines.flatMap(({ number, numberAfter }) => [number, numberAfter]);
  return [...loose, ...ofLines].filter(number => number !== undefined);
}

/** Each number that was used explains one of its kind. */
function withoutEach(numbers: readonly string[], used: readonly string[]): string[] {
  const explained = new Map<string, number>();
  for (const number of used) explained.set(number, (explained.get(number) ?? 0) + 1);
  return numbers.filter(number => {
    const left = explained.get(number) ?? 0;
    explained.set(number, left - 1);
    return left <= 0;
  });
}
