import { type Address, type Line, nameOf } from './address.ts';
import { distinctKeys, keys, keysNear, type LeadKey } from './lead-keys.ts';
import { isStreet, isTypeWord } from './name-words.ts';
import { unitsKey } from './unit.ts';

/** The most look-ups that finding one address may take. */
export const maximumLookUps = 8;

/** The most homes that one look-up reads: all of a postcode, and all of one number near a name in a borough. */
export const homesPerLookUp = 100;

/** What to look up for an address, in two rounds. */
export interface LookUps {
  /** What is written. */
  exact: LeadKey[];
  /** Wanted when that does not decide it: forgives a misspelling in each of two names, and lists the building. */
  wider: LeadKey[];
}

/** The look-ups that find every home which an address can mean: at most eight in all, however large the gazetteer. */
export function lookUpsFor(address: Address): LookUps {
  const unit = unitsKey(address.units) || address.loose[0] || '';
  const lines = [...address.lines.filter(isTelling), ...address.lines.filter(line => !isTelling(line))];
  const exact = distinctKeys([
    ...(address.postcode === undefined ? [] : [keys.inPostcode(address.postcode)]),
    ...lines.slice(0, 3).flatMap(line => keysOf(line, unit)),
  ]).slice(0, maximumLookUps);
  const wider = distinctKeys([
    ...lines.slice(0, 2).flatMap(line => keysNear(line, unit || (line.numberAfter ?? ''))),
    ...lines
      .slice(0, 1)
      .map(line => keys.allInPremises(isStreet(line.name) ? nameOf(line) : line.name.join(' '))),
  ]);
  return { exact, wider: wider.slice(0, maximumLookUps - exact.length) };
}

/** Lines that are a building or a street, rather than a locality. */
function isTelling({ number, name }: Line): boolean {
  return number !== undefined || name.some(isTypeWord);
}

/** `12 Broadway` is house 12 in a street or number 12 of a building, `Block 2` one of them or flat 2: it has to be seen. */
function keysOf({ number, name, numberAfter }: Line, unit: string): LeadKey[] {
  const label = name.join(' ');
  if (number === undefined && numberAfter !== undefined)
    return [keyOf(`${label} ${numberAfter}`, unit), keys.inPremises(label, numberAfter)];
  const own = keyOf(nameOf({ number, name }), unit);
  const isInside = number !== undefined && unit === '' && !isStreet(name);
  return isInside ? [keys.inPremises(label, number), own] : [own];
}

function keyOf(label: string, unit: string): LeadKey {
  return unit === '' ? keys.allInPremises(label) : keys.inPremises(label, unit);
}
