import { makeRandom, type Random } from '../world/random.ts';
import { homes } from './town.ts';

/** What a story is full of: what hardly ever meets in a usual one does in this. */
export interface Mood {
  /** How much of what happens is what, of 1 together with what systems tell. */
  readonly decided: number;
  readonly read: number;
  readonly uploaded: number;
  readonly repeated: number;
  readonly resolved: number;
  /** How many of the items that systems tell are mistyped. */
  readonly mistyped: number;
  /** How much is told of a home by a key that nobody knows. */
  readonly unplaced: number;
  /** How many updates of work orders are of one that was not told of yet. */
  readonly unopened: number;
  /** How often an officer, or another one, does the same within seconds. */
  readonly twice: number;
  /** How often what was said of somebody is taken back within seconds. */
  readonly takenBack: number;
  /** Repairs tells half of everything, much of it of what is over, and its officers look after what waits. */
  readonly isOfRepairs: boolean;
  /** Everything happens in a few homes. */
  readonly isNarrow: boolean;
  /** Everything happens at a few moments. */
  readonly isCrowded: boolean;
}

const usual: Mood = {
  ...{ decided: 0.14, read: 0.06, uploaded: 0.05, repeated: 0.08, resolved: 0.07 },
  ...{
    mistyped: 0.06,
    unplaced: 0.05,
    unopened: 0.05,
    twice: 0,
    takenBack: 0,
    isOfRepairs: false,
    isNarrow: false,
    isCrowded: false,
  },
};
const moods: readonly Partial<Mood>[] = [
  { decided: 0.45, twice: 0.6, isNarrow: true },
  { repeated: 0.16, resolved: 0.3, mistyped: 0.3, unplaced: 0.3, twice: 0.6, isOfRepairs: true },
  { repeated: 0.16, resolved: 0.3, unopened: 0.6, twice: 0.6, isOfRepairs: true },
  { takenBack: 0.8, isNarrow: true },
  { uploaded: 0.4 },
  { read: 0.5, isNarrow: true },
  { isNarrow: true },
];
/** Half of the stories are usual ones. */
const particular = 0.5;

/** The mood of a seed's story. */
export function moodOf(seed: number): Mood {
  const random = makeRandom(`${seed}/mood`);
  if (!random.chance(particular)) return usual;
  return { ...usual, ...random.pick(moods), isCrowded: random.chance(0.5) };
}

/** How far apart what happens at one moment is, in milliseconds. */
const crowd = 5_000;

/** When things happen, in order: at any time, or in crowds. */
export function momentsOf({ isCrowded }: Mood, random: Random, count: number, length: number): number[] {
  const moments = Array.from({ length: count }, () => random.next() * length);
  const crowds = moments.slice(0, Math.ceil(count / 6));
  const crowded = () => moments.map(() => Math.min(length, random.pick(crowds) + random.next() * crowd));
  return (isCrowded ? crowded() : moments).sort((a, b) => a - b);
}

/** The same chance, that picks a home among the first few. */
export function narrowed(random: Random): Random {
  const few = (list: readonly unknown[]) => list.every(one => homes.includes(one as never));
  return {
    ...random,
    pick: list => random.pick(few(list) ? list.slice(0, 2) : list),
    split: label => narrowed(random.split(label)),
  };
}
