import { readUnit } from './read-unit.ts';
import { plainWord } from './spelling.ts';
import type { Unit } from './unit.ts';
import { afterNumberWords, isNumber, plainNumber, unitWords } from './unit-words.ts';

/** A flat, a number or a word of a line, and how many tokens it took. */
export type Piece = { length: number } & ({ unit: Unit } | { number: string } | { word: string });

/** Takes what stands between two commas apart. */
export function piecesOf(tokens: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  const turned = turnedUnit(tokens);
  if (turned !== undefined) return [turned];
  for (let at = 0; at < tokens.length; ) {
    const piece = readUnit(tokens, at) ??
      numberAt(tokens, at) ?? { word: plainWord(tokens[at] ?? ''), length: 1 };
    pieces.push(piece);
    at += piece.length;
  }
  return pieces;
}

/** `1 Maisonette`, with nothing else between two commas, is maisonette 1: the number is not that of a house. */
function turnedUnit(tokens: readonly string[]): Piece | undefined {
  const [number = '', word = '', ...more] = tokens;
  const kind = unitWords.kind(word);
  if (kind === undefined || more.length > 0 || !(isNumber(number) || /^[A-Z]$/.test(number)))
    return undefined;
  return { unit: { kind, id: plainNumber(number) }, length: 2 };
}

/** The number at a token, `No 12` and `12 A` included; a lone letter counts at the beginning, before a number or alone. */
function numberAt(tokens: readonly string[], at: number): { number: string; length: number } | undefined {
  const from = afterNumberWords(tokens, at);
  const [token = '', next = ''] = tokens.slice(from, from + 2);
  const isLetter = /^[A-Z]$/;
  if (isNumber(token)) {
    const joined = /^\d+$/.test(token) && isLetter.test(next) ? next : '';
    return { number: plainNumber(token + joined), length: from - at + 1 + joined.length };
  }
  if (from === 0 && isLetter.test(token) && (next === '' || isNumber(next)))
    return { number: token, length: 1 };
  return undefined;
}
