import type { Unit } from './unit.ts';
import { afterNumberWords, isNumber, plainNumber, unitWords } from './unit-words.ts';

interface Draft {
  kind?: string;
  id?: string;
  floor?: string;
  side?: string;
  sawFloor?: true;
}

/** A unit takes each of its parts once: kind, floor, side and number. */
const longestUnit = 12;

/**
 * Reads a unit that begins at a token of a line.
 * @param tokens the line, in capitals
 * @returns the unit and how many tokens it took, or undefined where none begins
 */
export function readUnit(
  tokens: readonly string[],
  from: number,
): { unit: Unit; length: number } | undefined {
  const expanded = unitWords.shortForm(tokens[from] ?? '');
  if (expanded !== undefined) {
    const longer = [...expanded, ...tokens.slice(from + 1, from + 1 + longestUnit)];
    const read = readUnit(longer, 0);
    return read && { ...read, length: read.length - expanded.length + 1 };
  }
  const draft: Draft = {};
  let at = from;
  for (let took = 1; took > 0; at += took) took = take(draft, tokens, at);
  const unit = finished(draft, tokens[at]);
  return unit === undefined ? undefined : { unit, length: at - from };
}

/** Takes what fits the unit at a token; how many tokens that were. */
function take(draft: Draft, tokens: readonly string[], at: number): number {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined) return 0;
  return (
    takeKind(draft, token) ||
    takeFloor(draft, token, next) ||
    takeSide(draft, token, next) ||
    takeId(draft, tokens, at)
  );
}

function takeKind(draft: Draft, token: string): number {
  const kind = unitWords.kind(token);
  if (kind === undefined || draft.kind !== undefined) return 0;
  if (unitWords.isFloor(token) && draft.floor !== undefined) return 0;
  draft.kind = kind;
  return 1;
}

function takeFloor(draft: Draft, token: string, next: string | undefined): number {
  if (unitWords.isFloor(token)) return takeFloorWord(draft, next);
  const floor = unitWords.floor(token);
  if (floor === undefined || draft.floor !== undefined) return 0;
  if ((floor === 'LOWER' || floor === 'UPPER') && unitWords.floor(next) === 'GROUND') {
    draft.floor = `${floor} GROUND`;
    return 2;
  }
  const isAlone =
    (floor === 'BASEMENT' || floor === 'ATTIC') &&
    (next === undefined || isNumber(next) || unitWords.side(next) !== undefined);
  if (!isAlone && !isFloorOf(draft, next)) return 0;
  Object.assign(draft, { floor }, isAlone && { sawFloor: true });
  return 1;
}

/** `FLOOR` after `FIRST`, or before `1`. */
function takeFloorWord(draft: Draft, next: string | undefined): number {
  if (draft.floor !== undefined) {
    draft.sawFloor = true;
    return 1;
  }
  if (next === undefined || !/^\d{1,2}$/.test(next)) return 0;
  Object.assign(draft, { floor: plainNumber(next), sawFloor: true });
  return 2;
}

/** `FIRST` is a floor before `FLOOR`, `FLAT` and `REAR`, or as the last word of `FLAT FIRST`: not in `FIRST AVENUE`. */
function isFloorOf({ kind, id }: Draft, next: string | undefined): boolean {
  const follows =
    unitWords.isFloor(next) || unitWords.kind(next) === 'FLAT' || unitWords.side(next) !== undefined;
  return follows || (kind === 'FLAT' && id === undefined && next === undefined);
}

function takeSide(draft: Draft, token: string, next: string | undefined): number {
  const side = unitWords.side(token);
  if (side === undefined || draft.side !== undefined) return 0;
  const begun = draft.kind !== undefined || draft.sawFloor !== undefined;
  const ends = next === undefined || isNumber(next) || unitWords.kind(next) !== undefined;
  if (!(begun && ends) && unitWords.kind(next) !== 'FLAT' && unitWords.floor(next) === undefined) return 0;
  draft.side = side;
  return 1;
}

/** After `FIRST FLOOR FLAT` a number is that of the house, unless the line ends with it. `FLAT 4 A` is flat 4A. */
function takeId(draft: Draft, tokens: readonly string[], at: number): number {
  if (draft.kind === undefined || draft.id !== undefined) return 0;
  const from = afterNumberWords(tokens, at);
  const [token = '', next = ''] = tokens.slice(from, from + 2);
  if ((draft.floor !== undefined || draft.side !== undefined) && next !== '') return 0;
  const isLetter = /^[A-Z]$/;
  const id = isNumber(token) || isLetter.test(token) ? plainNumber(token) : unitWords.number(token);
  if (id === undefined) return 0;
  const letter = /^\d+$/.test(token) && isLetter.test(next) ? next : '';
  draft.id = id + letter;
  return from - at + 1 + letter.length;
}

function finished({ kind, id, floor, side, sawFloor }: Draft, next: string | undefined): Unit | undefined {
  const saysWhere = kind === 'FLAT' && (floor ?? side) !== undefined;
  const isAlone = kind !== undefined && (unitWords.standsAlone(kind) || next === undefined || isNumber(next));
  if (id === undefined && !saysWhere && sawFloor === undefined && !isAlone) return undefined;
  return {
    kind: kind ?? 'FLAT',
    ...(id !== undefined && { id }),
    ...(floor !== undefined && { floor }),
    ...(side !== undefined && { side }),
  };
}
