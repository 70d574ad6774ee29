import type { Measured, Way } from './measured.ts';
import { type Counts, countsFor } from './standing.ts';

/** All that the cost is made from, but for prices and what is supposed. */
export interface Given {
  readonly measured: Measured;
  readonly templates: { readonly all: Counts; readonly none: Counts; readonly present: number };
}

/** How many events come at once. */
export const batches: Readonly<Record<Way, number>> = { singly: 1, inTens: 10, inForties: 40 };
export const ways: readonly { way: Way; words: string }[] = [
  { way: 'singly', words: 'one at a time' },
  { way: 'inTens', words: 'ten of ten homes at once' },
  { way: 'inForties', words: 'forty of four homes at once' },
];

/** What stands for so many systems. */
export function countsOf({ templates: { all, none, present } }: Given, systems: number): Counts {
  return countsFor(systems, all, none, present);
}
