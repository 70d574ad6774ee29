import damerauLevenshtein from 'damerau-levenshtein';
import { isTypeWord } from './name-words.ts';

/** How a name in the gazetteer is found in an address: as it is, misspelt, without its last word, or in part. */
type Spelling = 'same' | 'misspelt' | 'shortened' | 'in part';

/** How alike two spellings of a name are. */
export interface Likeness {
  spelling: Spelling;
  /** From 0 to 1. */
  likeness: number;
}

const misspeltIsWorth = 0.8;
const shortenedIsWorth = 0.65;
const partIsWorth = 0.4;

/** Whether words of an address are a name, whatever spaces it is written with. */
export function sameName(name: readonly string[], written: readonly string[]): Likeness | undefined {
  return written.join('') === name.join('') ? { spelling: 'same', likeness: 1 } : undefined;
}

/**
 * Compares a name of the gazetteer with words of an address.
 * @param next the word that comes after them: `LARCH` before `COURT` is not short for `LARCH HOUSE`
 * @returns undefined when they have nothing in common
 */
export function likenessOf(
  name: readonly string[],
  written: readonly string[],
  next?: string,
): Likeness | undefined {
  const same = sameName(name, written);
  if (same !== undefined) return same;
  const alike = name.length === written.length ? wordByWord(name, written) : runTogether(name, written);
  if (alike > 0) return { spelling: 'misspelt', likeness: alike * misspeltIsWorth };
  if (isShortened(name, written, next)) return { spelling: 'shortened', likeness: shortenedIsWorth };
  const common = written.filter(word => name.includes(word) && !isTypeWord(word));
  if (common.length === 0) return undefined;
  return {
    spelling: 'in part',
    likeness: (partIsWorth * common.length) / Math.max(name.length, written.length),
  };
}

function wordByWord(name: readonly string[], written: readonly string[]): number {
  const each = name.map((word, index) => wordLikeness(word, written[index] ?? ''));
  return each.includes(0) ? 0 : each.reduce((sum, one) => sum + one, 0) / each.length;
}

/** `LARK RISE` and `LARKRIES` have other numbers of words. Names of another kind, HOUSE and COURT, are never alike. */
function runTogether(name: readonly string[], written: readonly string[]): number {
  const [last = '', lastWritten = ''] = [name.at(-1), written.at(-1)];
  if (isTypeWord(last) && isTypeWord(lastWritten) && last !== lastWritten) return 0;
  return closeness(name.join(''), written.join(''));
}

function wordLikeness(word: string, written: string): number {
  if (word === written) return 1;
  if (isTypeWord(word) && isTypeWord(written)) return 0;
  return closeness(word === 'ST' ? 'STREET' : word, written);
}

/**
 * One slip in a word of four letters or more, two from ten letters; swapping two neighbours is one slip. One slip cannot
 * change both the first letter and the last: most words need no counting.
 */
function closeness(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  const slips = length < 4 ? 0 : length < 10 ? 1 : 2;
  if (slips === 0 || Math.abs(a.length - b.length) > slips) return 0;
  if (slips === 1 && a[0] !== b[0] && a.at(-1) !== b.at(-1)) return 0;
  if (digitsOf(a) !== digitsOf(b)) return 0;
  const { steps } = damerauLevenshtein(a, b);
  return steps > slips ? 0 : 1 - steps / length;
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

function isShortened(name: readonly string[], written: readonly string[], next: string | undefined): boolean {
  const whole = name.length === written.length + 1 && isTypeWord(name.at(-1) ?? '');
  return (
    whole && written.every((word, index) => word === name[index]) && (next === undefined || !isTypeWord(next))
  );
}
