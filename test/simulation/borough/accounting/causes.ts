import { difference, type Interval, intersection } from './intervals.ts';
import type { Wrong } from './wrongness.ts';

/** Why something may be wrong, in plain words, and for how much of a wrong stretch that is why. */
export interface Cause {
  readonly title: string;
  explains(wrong: Wrong): readonly Interval[];
}
/** A stretch of wrongness, or a part of one, with its cause. */
export interface Explained extends Wrong {
  readonly cause: string;
}

export const unexplained = 'not explained';

/** Every wrong instant with one cause: the first in the list that explains it. What nothing explains says so. */
export function explained(wrongs: readonly Wrong[], causes: readonly Cause[]): Explained[] {
  return wrongs.flatMap(wrong => {
    let left: Interval[] = [wrong];
    const parts = causes.flatMap(({ title, explains }) => {
      if (left.length === 0) return [];
      const own = intersection(left, explains(wrong));
      left = difference(left, own);
      return own.map(part => ({ ...wrong, ...part, cause: title }));
    });
    return [...parts, ...left.map(part => ({ ...wrong, ...part, cause: unexplained }))];
  });
}
