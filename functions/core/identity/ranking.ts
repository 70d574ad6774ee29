import { scoreOf } from './acceptance.ts';
import { type Address, nameOf, wordingOf } from './address.ts';
import { type Comparison, compare } from './comparison.ts';
import { type AddressedPlace, type Home, homeOf } from './home.ts';
import { unitKey } from './unit.ts';

/** A place that an address may mean, compared with it. */
export interface Ranked {
  place: AddressedPlace;
  home: Home;
  comparison: Comparison;
  /** Whether the address is the gazetteer's own, but for punctuation and abbreviations. */
  sameWording: boolean;
  score: number;
}

/** Compares every place with an address; best first. A place with several addresses counts by the one that fits best. */
export function rank(address: Address, places: readonly AddressedPlace[]): Ranked[] {
  const wording = wordingOf(address);
  const distinct = new Map(places.map(place => [`${place.uprn} ${place.address}`, place]));
  const known = [...distinct.values()].flatMap(place => {
    const home = homeOf(place);
    return home === undefined ? [] : [{ place, home }];
  });
  const divided = new Set(
    known.filter(({ home }) => home.unit !== '').map(({ home: { premises } }) => nameOf(premises)),
  );
  const ranked = known
    .map(({ place, home }) => {
      const comparison = compare(address, home, label => divided.has(label));
      const agrees = comparison.postcode === 'same' || comparison.postcode === 'not said';
      const sameWording = wording === home.wording && agrees;
      return { place, home, comparison, sameWording, score: scoreOf(comparison, sameWording) };
    })
    .sort((a, b) => b.score - a.score || (a.place.uprn < b.place.uprn ? -1 : 1));
  return [...Map.groupBy(ranked, ({ place }) => place.uprn).values()].flatMap(([best]) => best ?? []);
}

/**
 * A house that is divided into flats, a block, or a flat let by the room is not the home of whoever gives its address
 * without saying more.
 */
export function holdsOthers({ home, comparison }: Ranked, ranked: readonly Ranked[]): boolean {
  const label = nameOf(home.premises);
  const asNumber = [home.unit, label].filter(part => part !== '').join(' ');
  const own = home.units.map(unitKey);
  return ranked.some(other => {
    const units = other.home.units.map(unitKey);
    const isElsewhere =
      other.comparison.postcode === 'different' || left(other.comparison) > left(comparison);
    if (units.length === 0 || isElsewhere) return false;
    const { premises, street } = other.home;
    const around = [premises, ...(street === undefined ? [] : [street])].map(nameOf);
    const isWithin = units.length > own.length && own.every(unit => units.includes(unit));
    return around.includes(asNumber) || (isWithin && around.includes(label));
  });
}

/** The names say one home, and the postcode, which is nearly that home's, is exactly that of another of its number. */
export function isContested({ home, comparison }: Ranked, ranked: readonly Ranked[]): boolean {
  if (comparison.postcode !== 'sector' && comparison.postcode !== 'slip') return false;
  const number = numberOf(home);
  return ranked.some(other => other.comparison.postcode === 'same' && numberOf(other.home) === number);
}

function numberOf({ unit, premises }: Home): string | undefined {
  return unit === '' ? premises.number : unit;
}

/** How much of the address a home leaves unexplained. */
function left({ unexplained, words }: Comparison): number {
  return unexplained.numbers.length + words.all - words.explained;
}
