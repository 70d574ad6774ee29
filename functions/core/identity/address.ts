import { ofTheAddress, withoutTelephones } from './beside-the-address.ts';
import { isEmptyWord, nameEnds } from './name-words.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type PostcodeReading, takePostcode } from './postcode.ts';
import { plainText } from './spelling.ts';
import { type Unit, unitsKey } from './unit.ts';

/** A name in an address, with the number written before it (`20 LINDEN ROAD`) or after it (`BLOCK 2`). */
export interface Line {
  number?: string;
  name: string[];
  numberAfter?: string;
}

/** An address taken apart. The words are in one spelling; nothing is guessed about what each line is. */
export interface Address extends Omit<PostcodeReading, 'rest'> {
  units: Unit[];
  lines: Line[];
  /** Numbers that stand before no name: the 4 of `4, 12 Elm Road`. */
  loose: string[];
}

/**
 * The most characters and words that an address has: several times those of the longest in use. A text beyond them is no
 * address, and no home is looked for by it: comparing homes takes a time that grows with its words.
 */
const longestAddress = { characters: 500, words: 60 } as const;

/**
 * Reads an address written on one line or several, with commas or without: units (`Flat 4`, `GFF`, `Top floor flat`),
 * numbered and unnumbered names, postcode. Never fails: what it cannot read is a name like any other, and a text that is
 * longer than `longestAddress` is none.
 *
 * Home-made on purpose: libpostal, which the field uses for addresses of the whole world, needs a compiled library and
 * two gigabytes of data and guesses by statistics; parsers on npm know American addresses. A small grammar of British
 * addresses says why it read what it read.
 */
export function readAddress(text: string): Address {
  const { rest, ...postcode } = takePostcode(isTooLong(text) ? '' : plainText(withoutTelephones(text)));
  const reader = makeReader();
  for (const segment of rest.split(',')) reader.segment(segment.split(' ').filter(token => token !== ''));
  return { ...reader.finished(), ...postcode };
}

function isTooLong(text: string): boolean {
  return text.length > longestAddress.characters || text.split(/[\s,]+/).length > longestAddress.words;
}

/** A name with its number: `20 LINDEN ROAD`. */
export function nameOf({ number, name }: Pick<Line, 'name'> & { number?: string | undefined }): string {
  return [...(number === undefined ? [] : [number]), ...name].join(' ');
}

/** All that is said, in its order: two addresses that differ in punctuation and abbreviations alone have one wording. */
export function wordingOf({ units, lines, loose }: Address): string {
  const names = lines.flatMap(line => [
    nameOf(line),
    ...(line.numberAfter === undefined ? [] : [line.numberAfter]),
  ]);
  return [...(units.length === 0 ? [] : [`${unitsKey(units)},`]), ...loose, ...names].join(' ');
}

type Parts = Pick<Address, 'units' | 'lines' | 'loose'>;

function makeReader() {
  const read: Parts = { units: [], lines: [], loose: [] };
  /** A number whose name has not come yet: it may come after a comma. */
  let waiting: string | undefined;
  return {
    segment(tokens: readonly string[]) {
      waiting = readSegment(piecesOf(ofTheAddress(tokens)), read, waiting);
    },
    finished(): Parts {
      return waiting === undefined ? read : { ...read, loose: [...read.loose, waiting] };
    },
  };
}

/** Reads what stands between two commas; answers with the number that waits for its name at the end. */
function readSegment(pieces: readonly Piece[], read: Parts, before: string | undefined): string | undefined {
  let waiting = before;
  let line: Line | undefined;
  for (const [index, piece] of pieces.entries()) {
    if ('word' in piece) {
      line = addWord(piece.word, read.lines, line, waiting);
      if (line !== undefined) waiting = undefined;
      continue;
    }
    if ('unit' in piece) addUnit(read.units, piece.unit);
    else if (line !== undefined && endsName(line, pieces[index + 1])) line.numberAfter = piece.number;
    else {
      if (waiting !== undefined) read.loose.push(waiting);
      waiting = piece.number;
    }
    line = undefined;
  }
  return waiting;
}

/** At the end, before a flat and after `BLOCK` a number is of what went before; otherwise of what comes. */
function endsName({ name }: Line, next: Piece | undefined): boolean {
  return next === undefined || 'unit' in next || name.at(-1) === 'BLOCK';
}

/** Adds a word to the name that it goes on with, or to one that it begins; answers with that. */
function addWord(
  word: string,
  lines: Line[],
  line: Line | undefined,
  number: string | undefined,
): Line | undefined {
  if (isEmptyWord(word)) return line;
  if (line !== undefined && !nameEnds(line.name, word)) {
    line.name.push(word);
    return line;
  }
  const next = { name: [word], ...(number !== undefined && { number }) };
  lines.push(next);
  return next;
}

/** `First floor, Flat 4` is one unit: the floor says where the flat is. */
function addUnit(units: Unit[], unit: Unit): void {
  const last = units.at(-1);
  const complements = last?.kind === unit.kind && (last.id === undefined) !== (unit.id === undefined);
  if (last !== undefined && complements) Object.assign(last, { ...unit, ...last });
  else units.push(unit);
}
