import type { CalendarDate, Instant } from '../../../schemas/reference.ts';
import type { HappenedAt } from '../contract.ts';
import { londonDate } from './london-date.ts';

/** What an alert says of its own beginning and end. */
interface OwnWords {
  isActive?: boolean | undefined;
  starts?: HappenedAt | undefined;
  ends?: HappenedAt | undefined;
}

/** What follows from that: whether it is over, when it was said to hold, and the end that it gives itself. */
export interface AlertLife {
  isOver: boolean;
  /** Nothing for an alert that is over and does not say since when it was so: it is only taken back. */
  asserted: HappenedAt | undefined;
  /** The day on which its own system means to end it. */
  endsOn: CalendarDate | undefined;
  endedAt: Instant | undefined;
}

/**
 * The life of an alert by its own words, when it was said. One that is switched off, or whose end has come, is over from
 * when that is said: an end dated back must not be older than what it takes back. A planned end is kept, and ends
 * it on its day, not before.
 */
export function alertLife({ isActive, starts, ends }: OwnWords, said: HappenedAt): AlertLife {
  const hasEnded = ends !== undefined && ends.at <= said.at;
  const isOver = isActive === false || hasEnded;
  const begun = starts === undefined || starts.at > said.at ? said : starts;
  return {
    isOver,
    asserted: isOver ? starts && begun : said,
    endsOn: isOver || ends === undefined ? undefined : londonDate(ends.at),
    endedAt: isOver && hasEnded ? ends?.at : undefined,
  };
}
