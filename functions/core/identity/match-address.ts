import type { Uprn } from '../../../schemas/reference.ts';
import { acceptance, fits, fitsButForUnit } from './acceptance.ts';
import type { Address } from './address.ts';
import type { AddressedPlace } from './home.ts';
import { holdsOthers, isContested, type Ranked, rank } from './ranking.ts';
import { reasonsOf } from './reasons.ts';

/** A home that an address may mean, with the reasons in words. */
export interface Candidate extends AddressedPlace {
  /** From 0 to 1. */
  score: number;
  reasons: string[];
}

/** What an address means: one home beyond doubt, several that nobody can choose between, or none. Candidates best first. */
export type AddressMatch =
  | { found: 'one'; uprn: Uprn; isAsWritten: boolean; candidates: Candidate[] }
  | { found: 'several'; uprns: Uprn[]; candidates: Candidate[] }
  | { found: 'none'; candidates: Candidate[] };

const candidatesShown = 10;
const leastScoreShown = 0.3;

/**
 * Decides which of the places found for an address it means. One is accepted only when everything fits, its score
 * reaches the published threshold and the next home is clearly behind; two homes are never taken for one.
 * @param places every place that the look-ups found, in any order
 */
export function matchAddress(address: Address, places: readonly AddressedPlace[]): AddressMatch {
  const ranked = rank(address, places);
  const candidates = ranked
    .filter(({ score }) => score >= leastScoreShown)
    .slice(0, candidatesShown)
    .map(candidateOf);
  const fitting = ranked.filter(one => isFitting(one, ranked));
  const [best, next] = fitting;
  if (best !== undefined && best.score >= acceptance.score && isAhead(best, ranked)) {
    return { found: 'one', uprn: best.place.uprn, isAsWritten: isAsWritten(best), candidates };
  }
  const possible =
    next === undefined
      ? ranked.filter(({ comparison }) => fits(comparison) || fitsButForUnit(comparison))
      : fitting;
  if (possible.length > 1)
    return { found: 'several', uprns: possible.map(({ place }) => place.uprn), candidates };
  return { found: 'none', candidates };
}

/** The homes that an address means: one, several, or none. */
export function homesMeant(match: AddressMatch): Uprn[] {
  if (match.found === 'one') return [match.uprn];
  return match.found === 'several' ? match.uprns : [];
}

function isFitting(one: Ranked, ranked: readonly Ranked[]): boolean {
  return (one.sameWording || fits(one.comparison)) && !holdsOthers(one, ranked) && !isContested(one, ranked);
}

function isAhead(best: Ranked, ranked: readonly Ranked[]): boolean {
  const next = ranked.find(one => one !== best);
  return best.score - (next?.score ?? 0) >= acceptance.margin - 1e-9;
}

/** Whether no name was misspelt or shortened: looking for others that are would find nothing better. */
function isAsWritten({ sameWording, comparison: { premises, street } }: Ranked): boolean {
  return sameWording || [premises, street].every(name => name === undefined || name.spelling === 'same');
}

function candidateOf({ place: { uprn, address, postcode }, home, comparison, score }: Ranked): Candidate {
  return { uprn, address, postcode, score, reasons: reasonsOf(comparison, home) };
}
