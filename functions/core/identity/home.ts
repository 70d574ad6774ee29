import { type Address, type Line, readAddress, wordingOf } from './address.ts';
import { isStreet } from './name-words.ts';
import type { Place } from './place.ts';
import { normalisePostcode, outcodeOf } from './postcode.ts';
import { type Unit, unitsKey } from './unit.ts';

/** What matching reads of a place of the gazetteer: one of its addresses. */
export type AddressedPlace = Pick<Place, 'uprn' | 'address' | 'postcode'>;

/** An address of the gazetteer, where the first line is known to be the building or the house. */
export interface Home {
  units: Unit[];
  /** `4`, `GROUND FLOOR`; empty where the address is that of a whole house or building. */
  unit: string;
  /** Building, or house with its number. */
  premises: Line;
  /** The street, where the premises are a building. */
  street?: Line;
  /** Locality, town. */
  area: string[][];
  postcode?: string;
  outcode?: string;
  wording: string;
}

/** Reads an address of the gazetteer; undefined when it names neither building nor street. */
export function homeOf({
  address,
  postcode: given,
}: Pick<AddressedPlace, 'address' | 'postcode'>): Home | undefined {
  const written = readAddress(address);
  const read = withUnit(written);
  const [premises, ...rest] = read.lines.map(withNumberAfter);
  if (premises === undefined) return undefined;
  const street = premises.number === undefined ? rest.find(isStreetLine) : undefined;
  const postcode = normalisePostcode(given) ?? read.postcode;
  return {
    units: read.units,
    unit: unitsKey(read.units),
    premises,
    ...(street && { street }),
    area: rest.filter(line => line !== street).map(({ name }) => name),
    ...(postcode !== undefined && { postcode, outcode: outcodeOf(postcode) }),
    wording: wordingOf(written),
  };
}

/**
 * `4 Larch House` and `4 Broadway` are numbers inside, or in, what has the name; so is the first of two numbers in
 * `4, 12 Elm Road`. The number of a house in a road stays with the road.
 */
function withUnit(address: Address): Address {
  const { units, lines, loose } = address;
  if (units.length > 0) return address;
  const [first, ...rest] = lines;
  const [id] = loose;
  if (id !== undefined) return { ...address, units: [{ kind: 'FLAT', id }] };
  if (first?.number === undefined) return address;
  const inside = !isStreet(first.name) || rest.some(({ number }) => number !== undefined);
  if (!inside) return address;
  return { ...address, units: [{ kind: 'FLAT', id: first.number }], lines: [{ name: first.name }, ...rest] };
}

/** In the gazetteer a number after a name is part of it: `Block 2`. */
function withNumberAfter({ numberAfter, name, ...line }: Line): Line {
  return { ...line, name: numberAfter === undefined ? name : [...name, numberAfter] };
}

function isStreetLine({ number, name }: Line): boolean {
  return number !== undefined || isStreet(name);
}
