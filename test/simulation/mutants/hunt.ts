import { type Mutant, textOf } from './mutant.ts';
import type { Seeker } from './seekers.ts';

/** What came of a mutant: the first seed that finds it, and by which invariant; neither where none does. */
export interface Hunted {
  readonly mutant: Mutant;
  readonly seed?: number;
  readonly invariant?: string;
}

/** What a seed breaks of the hub as it is, by name. */
export type BrokenAnyway = (seed: number) => Promise<readonly string[]>;

/** Makes the memory of what the hub as it is breaks: each seed is run once, however many mutants ask. */
export function makeBrokenAnyway(seeker: Pick<Seeker, 'seek'>): BrokenAnyway {
  const known = new Map<number, Promise<readonly string[]>>();
  let last: Promise<unknown> = Promise.resolve();
  return seed => {
    const found =
      known.get(seed) ?? last.then(() => seeker.seek({ from: seed, to: seed })).then(({ broken }) => broken);
    known.set(seed, found);
    last = found;
    return found;
  };
}

/**
 * Runs seeds on a mutant from one on, until one breaks an invariant that the hub as it is holds in that seed, or the last
 * has run.
 * @throws {Error} where its edit does not fit: a process that cannot load it would count as one that found it
 */
export async function hunt(
  mutant: Mutant,
  { from: first = 1, to }: { from?: number; to: number },
  { seek }: Pick<Seeker, 'seek'>,
  brokenAnyway: BrokenAnyway,
): Promise<Hunted> {
  textOf(mutant);
  for (let from = first; from <= to; ) {
    const { seed, broken } = await seek({ mutant: mutant.name, from, to });
    const anyway = broken.length === 0 ? [] : await brokenAnyway(seed);
    const invariant = broken.find(name => !anyway.includes(name));
    if (invariant !== undefined) return { mutant, seed, invariant };
    from = seed + 1;
  }
  return { mutant };
}
