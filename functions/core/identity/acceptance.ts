import type { Comparison } from './comparison.ts';

/** Published: what the hub takes for the home that is meant without asking anybody. */
export const acceptance = {
  /** The least score, from 0 to 1. */
  score: 0.8,
  /** How far the next home must be behind. */
  margin: 0.05,
} as const;

const weights = { door: 0.45, names: 0.4, postcode: 0.15 } as const;
const inOtherWords = 0.95;
const unexplainedNumberCosts = 0.15;

const unitScore: Record<Comparison['unit'], number> = {
  same: 1,
  none: 1,
  misplaced: 0.7,
  'not said': 0.5,
  'not there': 0.3,
  different: 0,
};
const numberScore: Record<Comparison['number'], number> = { same: 1, none: 1, 'not said': 0.5, different: 0 };
const postcodeScore: Record<Exclude<Comparison['postcode'], 'not said'>, number> = {
  same: 1,
  outcode: 0.9,
  sector: 0.6,
  slip: 0.6,
  different: 0,
};

/**
 * How well a home fits an address, from 0 to 1: the door (0.45), the names (0.4) and, where both have one, the postcode
 * (0.15). Only the gazetteer's own wording has 1.
 */
export function scoreOf(comparison: Comparison, sameWording: boolean): number {
  if (sameWording) return 1;
  const { unit, number, postcode, unexplained } = comparison;
  const door = weights.door * Math.min(unitScore[unit], numberScore[number]);
  const names = weights.names * namesScore(comparison);
  const fit =
    postcode === 'not said'
      ? (door + names) / (weights.door + weights.names)
      : door + names + weights.postcode * postcodeScore[postcode];
  const score = inOtherWords * fit - unexplainedNumberCosts * unexplained.numbers.length;
  return Math.max(0, Math.round(score * 1_000) / 1_000);
}

function namesScore({ premises, street, number, words }: Comparison): number {
  const place = Math.max(premises?.likeness ?? 0, (street?.likeness ?? 0) * (number === 'same' ? 1 : 0.5));
  return 0.6 * place + (words.all === 0 ? 0 : (0.4 * words.explained) / words.all);
}

/**
 * Whether an address says enough, and nothing else, to mean a home: the same flat and number; the building, or the
 * street with its number; nothing left over that another home may explain. A name that is misspelt or shortened needs
 * the whole postcode or another name beside it.
 */
export function fits(comparison: Comparison): boolean {
  return (
    isSameDoor(comparison) && isProven(comparison) && explainsAll(comparison) && agreesOnPostcode(comparison)
  );
}

/** Whether nothing is wanting but the number of the flat. */
export function fitsButForUnit(comparison: Comparison): boolean {
  return comparison.unit === 'not said' && fits({ ...comparison, unit: 'same' });
}

function isSameDoor({ unit, number }: Comparison): boolean {
  return (unit === 'same' || unit === 'none') && (number === 'same' || number === 'none');
}

function isProven(comparison: Comparison): boolean {
  const { premises, street, number, unit, postcode, area } = comparison;
  const [building, road] = [isSame(premises), isSame(street)];
  const whole = postcode === 'same' || (area && (postcode === 'outcode' || postcode === 'sector'));
  if (number === 'same' && (building || (road && !comparison.aside))) return true;
  if (unit === 'same' && building) return true;
  if (building) return road || whole;
  return isNearlySame(premises) && (road || whole);
}

function explainsAll({ unexplained, premises, street, number, postcode }: Comparison): boolean {
  const { numbers, telling, names, estates, words } = unexplained;
  if (numbers.length > 0 || telling.length > 0) return false;
  if (estates.length > 0 && postcode !== 'same') return false;
  const two = isSame(premises) && isSame(street);
  if (names.length > 0) return postcode === 'same' && (two || (isSame(premises) && number === 'same'));
  return words.length === 0 || (postcode !== 'not said' && postcode !== 'different');
}

function agreesOnPostcode({ postcode, premises, street }: Comparison): boolean {
  const two = isSame(premises) && isSame(street);
  if (postcode === 'different') return false;
  if (postcode === 'slip') return two;
  return postcode !== 'sector' || isSame(premises);
}

function isSame(found: Comparison['premises']): boolean {
  return found?.spelling === 'same';
}

function isNearlySame(found: Comparison['premises']): boolean {
  return found !== undefined && found.spelling !== 'in part';
}
