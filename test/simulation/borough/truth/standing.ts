import type { Interval } from '../accounting/intervals.ts';
import type { Told } from '../world/thing.ts';

/** A stretch in which a thing is so by what the hub was told, with what was said of it by then. */
export interface Stretch extends Interval {
  /** When it began to be so, and when somebody said so or looked at it last, by the teller's clock. */
  readonly since: number;
  readonly lastSaid: number;
  /** The day to look at it again that the last review set. */
  readonly until: string | undefined;
}

/**
 * When a thing is so by what the hub was told: of all that it was told by then, what happened last counts, whatever was
 * heard last.
 */
export function standingOf(told: readonly Told[], ends: number): Stretch[] {
  const heard = told.toSorted((a, b) => a.heard - b.heard);
  const edges = [...new Set(heard.map(one => one.heard))];
  return edges.flatMap((from, index) => {
    const to = edges[index + 1] ?? ends;
    const known = heard.filter(one => one.heard <= from).sort((a, b) => a.happened - b.happened);
    const latest = known.findLast(({ says }) => says !== 'reviewed');
    if (latest?.says !== 'stands' || from >= to) return [];
    const since = known.slice(known.findLastIndex(({ says }) => says === 'over') + 1);
    const review = since.findLast(({ says }) => says === 'reviewed');
    const first = since.find(({ says }) => says === 'stands') ?? latest;
    const lastSaid = since.at(-1)?.happened ?? latest.happened;
    return [{ from, to, since: first.happened, lastSaid, until: review?.until }];
  });
}
