import type { Uprn } from '../../../schemas/reference.ts';
import type { Place } from './place.ts';

/** How a place stands, and what came after it. */
export type Standing = Pick<Place, 'status' | 'succeededBy'>;

/**
 * The homes that now stand for the given ones: a home that stands is itself; one that is retired is those that it was
 * merged into or split up into, and so on through any number of changes. What `standingOf` does not know, and what was
 * retired without a successor, stands for nothing.
 * @returns each home once, in the order in which they are met.
 */
export function homesStandingFor(
  uprns: Iterable<Uprn>,
  standingOf: (uprn: Uprn) => Standing | undefined,
): Uprn[] {
  const met = new Set(uprns);
  const found: Uprn[] = [];
  for (const uprn of met) {
    const standing = standingOf(uprn);
    if (standing?.status !== 'retired') {
      if (standing !== undefined) found.push(uprn);
      continue;
    }
    for (const successor of standing.succeededBy ?? []) met.add(successor);
  }
  return found;
}
