import type { Uprn } from '../../../schemas/reference.ts';
import { type Address, nameOf, wordingOf } from './address.ts';
import { type Comparison, compare } from './comparison.ts';
import { type AddressedPlace, type Home, homeOf } from './home.ts';
import { reasonsOf } from './reasons.ts';
import { unitKey } from './unit.ts';
import { acceptance, fits, fitsButForUnit, scoreOf } from './verdict.ts';

/** A home that an address may mean, with the reasons in words. */
export interface Candidate extends AddressedPlace {
  /** From 0 to 1. */
  score: number;
  reasons: string[];
}

/** What an address means: one home beyond doubt, several that nobody can choose between, or none. */
export type AddressMatch =
  | { found: 'one'; uprn: Uprn; exact: boolean; candidates: Candidate[] }
  | { found: 'several'; uprns: Uprn[]; candidates: Candidate[] }
  | { found: 'none'; candidates: Candidate[] };

/** The homes that an address means: one, several, or none. */
export function homesMeant(match: AddressMatch): Uprn[] {
  if (match.found === 'one') return [match.uprn];
  return match.found === 'several' ? match.uprns : [];
}

interface Ranked {
  place: AddressedPlace;
  home: Home;
  comparison: Comparison;
  sameWording: boolean;
  score: number;
}

const candidatesShown = 10;
const leastScore = 0.3;

/**
 * Decides which of the places found for an address it means. One is accepted only when everything fits, its score
 * reaches the published threshold and the next home is clearly behind; two homes are never taken for one.
 * @param places every place that the look-ups found, in any order
 */
export function matchAddress(address: Address, places: readonly AddressedPlace[]): AddressMatch {
  const ranked = rank(address, places);
  const candidates = ranked
    .filter(({ score }) => score >= leastScore)
    .slice(0, candidatesShown)
    .map(candidateOf);
  const fitting = ranked.filter(
    one => (one.sameWording || fits(one.comparison)) && !holdsOthers(one, ranked),
  );
  const [best, next] = fitting;
  if (best !== undefined && best.score >= acceptance.score && isAhead(best, ranked)) {
    const exact = best.sameWording || best.score >= exactScore;
    return { found: 'one', uprn: best.place.uprn, exact, candidates };
  }
  const possible =
    next === undefined
      ? ranked.filter(one => fits(one.comparison) || fitsButForUnit(one.comparison))
      : fitting;
  if (possible.length > 1)
    return { found: 'several', uprns: possible.map(({ place }) => place.uprn), candidates };
  return { found: 'none', candidates };
}

/** The score of a home that is named in full, if in other words. */
const exactScore = 0.94;

/** Best first; a place with several addresses by the one that fits best. */
function rank(address: Address, places: readonly AddressedPlace[]): Ranked[] {
  const wording = wordingOf(address);
  const distinct = new Map(places.map(place => [`${place.uprn} ${place.address}`, place]));
  const ranked = [...distinct.values()]
    .flatMap(place => {
      const home = homeOf(place);
      if (home === undefined) return [];
      const comparison = compare(address, home);
      const agrees = comparison.postcode === 'same' || comparison.postcode === 'not said';
      const sameWording = wording === home.wording && agrees;
      return [{ place, home, comparison, sameWording, score: scoreOf(comparison, sameWording) }];
    })
    .sort((a, b) => b.score - a.score || (a.place.uprn < b.place.uprn ? -1 : 1));
  return [...Map.groupBy(ranked, ({ place }) => place.uprn).values()].flatMap(([best]) => best ?? []);
}

function isAhead(best: Ranked, ranked: readonly Ranked[]): boolean {
  const others = ranked.filter(one => one !== best).map(({ score }) => score);
  return best.score - Math.max(0, ...others) >= acceptance.margin - 1e-9;
}

/**
 * A house that is divided into flats, a block, or a flat let by the room is not the home of whoever gives its address
 * without saying more.
 */
function holdsOthers({ home, comparison }: Ranked, ranked: readonly Ranked[]): boolean {
  const label = nameOf(home.premises);
  const asNumber = [home.unit, label].filter(part => part !== '').join(' ');
  const own = home.units.map(unitKey);
  return ranked.some(other => {
    const units = other.home.units.map(unitKey);
    const isElsewhere =
      other.comparison.postcode === 'different' || left(other.comparison) > left(comparison);
    if (units.length === 0 || isElsewhere) return false;
    const around = [other.home.premises, ...(other.home.street === undefined ? [] : [other.home.street])].map(
      nameOf,
    );
    const isWithin = units.length > own.length && own.every(unit => units.includes(unit));
    return around.includes(asNumber) || (isWithin && around.includes(label));
  });
}

/** How much of the address a home leaves unexplained. */
function left({ unexplained, words }: Comparison): number {
  return unexplained.numbers.length + words.all - words.explained;
}

function candidateOf({ place, home, comparison, score }: Ranked): Candidate {
  const { uprn, address, postcode } = place;
  return { uprn, address, postcode, score, reasons: reasonsOf(comparison, home) };
}
