import type { Address } from './address.ts';
import { type Likeness, likenessOf, sameName } from './likeness.ts';

type Compare = typeof likenessOf;

/** A word of an address, the line it is of, and the number that stands directly before it. */
export interface Word {
  text: string;
  line: number;
  before?: string;
  /** The number after a name: part of it (`BLOCK 2`), or that of a flat in it. */
  isNumber?: true;
}

/** Where a name of the gazetteer stands in an address. */
export interface Found extends Likeness {
  from: number;
  to: number;
}

/** The words of an address in their order: a name may go on over what was thought to be the end of a line. */
export function wordsOf({ lines }: Address): Word[] {
  return lines.flatMap(({ number, name, numberAfter }, line) => [
    ...name.map((text, index) => ({
      text,
      line,
      ...(index === 0 && number !== undefined && { before: number }),
    })),
    ...(numberAfter === undefined ? [] : [{ text: numberAfter, line, isNumber: true as const }]),
  ]);
}

/**
 * Finds the names of a home in an address, each in other words than the rest: first those that are written as the
 * gazetteer has them, then misspelt ones, then parts.
 */
export function findNames(names: readonly (readonly string[])[], words: readonly Word[]) {
  const found = new Map<readonly string[], Found>();
  const taken = new Set<number>();
  let explained = 0;
  const look = (compare: Compare, fits: (spelling: Found['spelling']) => boolean) => {
    for (const name of names) {
      const one = found.has(name) ? undefined : findName(name, words, taken, compare);
      if (one === undefined || !fits(one.spelling)) continue;
      found.set(name, one);
      explained += (one.to - one.from) * one.likeness;
      if (one.spelling === 'in part') continue;
      for (let at = one.from; at < one.to; at += 1) taken.add(at);
    }
  };
  look(sameName, () => true);
  look(likenessOf, spelling => spelling !== 'in part');
  look(likenessOf, () => true);
  return { found, taken, explained };
}

/** The run of words that is most like a name, among those that no other name has taken. A number ends a run. */
function findName(
  name: readonly string[],
  words: readonly Word[],
  taken: ReadonlySet<number>,
  compare: Compare,
): Found | undefined {
  let best: Found | undefined;
  for (let from = 0; from < words.length; from += 1) {
    for (const to of endsOfRuns(from, name.length, words, taken)) {
      const run = words.slice(from, to).map(({ text }) => text);
      const next = words[to];
      const alike = compare(name, run, next?.before === undefined ? next?.text : undefined);
      if (alike !== undefined && alike.likeness > (best?.likeness ?? 0)) best = { ...alike, from, to };
    }
  }
  return best;
}

/** The ends of the runs that begin at a word and have as many words as the name, or one fewer or more. */
function endsOfRuns(
  from: number,
  length: number,
  words: readonly Word[],
  taken: ReadonlySet<number>,
): number[] {
  const ends: number[] = [];
  for (let to = from + 1; to <= Math.min(from + length + 1, words.length); to += 1) {
    const isApart = to - from > 1 && words[to - 1]?.before !== undefined;
    if (taken.has(to - 1) || isApart) break;
    if (to - from >= length - 1) ends.push(to);
  }
  return ends;
}
