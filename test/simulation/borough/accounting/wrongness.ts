import { difference, type Interval } from './intervals.ts';

/** One warning at one home in one system. */
export interface Place {
  readonly system: string;
  readonly home: string;
  readonly code: string;
}
/** A warning with its words, for as long as it is true or is shown. */
export interface Shown extends Place, Interval {
  readonly words: string;
}
/** Time in which nobody can say whether a warning at a home is right: it is not counted. */
export interface Doubt extends Interval {
  readonly home: string;
  readonly code: string;
}

export const wrongKinds = ['missing', 'extra', 'stale', 'wrong words'] as const;
/**
 * What is wrong: a true warning is not shown (`missing`), one is shown that is not true (`extra`), or it is shown
 * in words that were true before, or in not all that are (`stale`), or in words that never were (`wrong words`).
 */
type WrongKind = (typeof wrongKinds)[number];
export interface Wrong extends Place, Interval {
  readonly kind: WrongKind;
}

/** Every stretch of time in which a system showed something else than what was true. */
export function wrongnessOf(
  owed: readonly Shown[],
  shown: readonly Shown[],
  doubts: readonly Doubt[] = [],
): Wrong[] {
  const [truths, sights] = [byPlace(owed), byPlace(shown)];
  const doubted = Map.groupBy(doubts, ({ home, code }) => `${home} ${code}`);
  return [...new Set([...truths.keys(), ...sights.keys()])].flatMap(key => {
    const [truth, sight] = [truths.get(key) ?? [], sights.get(key) ?? []];
    const [place] = [...truth, ...sight];
    if (place === undefined) return [];
    const { system, home, code } = place;
    const uncounted = doubted.get(`${home} ${code}`) ?? [];
    return wrongAt(truth, sight).flatMap(({ kind, ...interval }) =>
      difference([interval], uncounted).map(part => ({ kind, system, home, code, ...part })),
    );
  });
}

function byPlace(list: readonly Shown[]): Map<string, Shown[]> {
  return Map.groupBy(list, ({ system, home, code }) => `${system} ${home} ${code}`);
}

function wrongAt(truth: readonly Shown[], sight: readonly Shown[]): Pick<Wrong, 'kind' | 'from' | 'to'>[] {
  const edges = [...new Set([...truth, ...sight].flatMap(({ from, to }) => [from, to]))].sort(
    (a, b) => a - b,
  );
  const found: Pick<Wrong, 'kind' | 'from' | 'to'>[] = [];
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const to = edges[index + 1] ?? from;
    const kind = kindAt(truth, sight, from);
    const last = found.at(-1);
    if (kind === undefined) continue;
    if (last?.to === from && last.kind === kind) found[found.length - 1] = { ...last, to };
    else found.push({ kind, from, to });
  }
  return found;
}

function kindAt(truth: readonly Shown[], sight: readonly Shown[], at: number): WrongKind | undefined {
  const [right, seen] = [wordsAt(truth, at), wordsAt(sight, at)];
  if (right.size === 0) return seen.size === 0 ? undefined : 'extra';
  if (seen.size === 0) return 'missing';
  const isShown = (words: string) => seen.has(words);
  if (right.size === seen.size && [...right].every(isShown)) return undefined;
  const ever = new Set(truth.filter(({ from, to }) => from <= at && from < to).map(({ words }) => words));
  return [...seen].every(words => ever.has(words)) ? 'stale' : 'wrong words';
}

function wordsAt(list: readonly Shown[], at: number): Set<string> {
  return new Set(list.filter(({ from, to }) => from <= at && at < to).map(({ words }) => words));
}
