import type { Word } from './alignment.ts';
import { isDirection, isTellingWord, isTypeWord } from './name-words.ts';

/** What an address says that a home does not explain. */
export interface Unexplained {
  numbers: readonly string[];
  /** Words that change which place is meant: `REAR`, `OPPOSITE`, the `UPPER` of `Upper Linden Road`, the `B` of `A & B`. */
  telling: readonly string[];
  /** Names of estates: where many homes are, and none is by it alone. */
  estates: readonly string[];
  /** Words before or between the names of the home. */
  names: readonly string[];
  /** Words after all of them: as a rule a locality or a county. */
  words: readonly string[];
}

/** Sorts the words that no name of a home has taken by what they may mean. */
export function leftOver(words: readonly Word[], taken: ReadonlySet<number>): Omit<Unexplained, 'numbers'> {
  const last = Math.max(-1, ...taken);
  const left: Record<'telling' | 'names' | 'estates' | 'words', string[]> = {
    telling: [],
    names: [],
    estates: [],
    words: [],
  };
  for (const [index, { text, line, isNumber }] of words.entries()) {
    if (taken.has(index) || isNumber) continue;
    const isTelling = isTellingWord(text) || /^[A-Z]$/.test(text) || changesName(index, words, taken);
    const isName = index < last || isTypeWord(text);
    const other = isEstate(line, words, taken) ? 'estates' : isName ? 'names' : 'words';
    left[isTelling ? 'telling' : other].push(text);
  }
  return left;
}

/** A whole line that ends in `ESTATE`, which may stand before the names of the home too. */
function isEstate(line: number, words: readonly Word[], taken: ReadonlySet<number>): boolean {
  const own = words.flatMap((word, index) => (word.line === line ? [{ ...word, index }] : []));
  return (
    own.at(-1)?.text === 'ESTATE' &&
    own.every(({ index, before }) => !taken.has(index) && before === undefined)
  );
}

/** `NEW LARCH HOUSE`, `LARCH HOUSE MEWS` and `LARCH HOUSE EAST` are other buildings than Larch House. */
function changesName(index: number, words: readonly Word[], taken: ReadonlySet<number>): boolean {
  const { text, line } = words[index] ?? { text: '', line: -1 };
  const isBefore = taken.has(index + 1) && words[index + 1]?.line === line;
  const isAfter = taken.has(index - 1) && words[index - 1]?.line === line;
  return isBefore || (isAfter && (isTypeWord(text) || isDirection(text)));
}
