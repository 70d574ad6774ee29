import type { Instant } from '../../../schemas/reference.ts';
import { firstYearKept } from '../../core/record/periods.ts';
import { chunksOf } from '../../shell/chunks.ts';
import { errorName, HubError } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { FoundYears } from '../../shell/tables/records/moving.ts';
import type { Walk, WalkStore } from '../../shell/tables/records/walk-store.ts';
import { type MoveYearDeps, moveYear } from './move-year.ts';

export interface MoveDeps extends MoveYearDeps {
  walk: WalkStore;
  /** How old a year has to be, since it ended. */
  months: number;
  now: () => Instant;
  /** Milliseconds by a clock that never jumps. */
  elapsed: () => number;
}

/** What a run is asked: the clock asks nothing, and whoever does not want to wait for next month, to begin anew. */
export interface Asked {
  anew?: boolean;
}

/** A run begins nothing new after this: what is begun has the rest of the function's time. */
const longestRun = 10 * 60 * 1000;
const sideBySide = 4;

/**
 * Makes the handler of the clock that moves events of years that are over out of the records table. It goes through the whole
 * table once a month, as far a night as it comes, and again the next night where something could not be moved.
 * @throws {HubError} at its end, where something could not be moved: an alarm counts that.
 */
export function makeMove(deps: MoveDeps) {
  return async ({ anew }: Asked): Promise<void> => {
    const { moving, walk, now, elapsed } = deps;
    const [at, began] = [now(), elapsed()];
    const last = anew === true ? undefined : await walk.read();
    if (last !== undefined && isDone(last, at)) return;
    const before = firstYearKept(at, deps.months);
    const sum = { years: 0, events: 0, failed: 0, unreadable: 0 };
    let way: Walk = last?.position === undefined ? { begun: at, failed: 0 } : last;
    do {
      const found = await moving.find(before, way.position);
      const failed = await moveAll(deps, found, sum);
      way = { begun: way.begun, failed: way.failed + failed, position: found.next };
      await walk.keep(way);
    } while (way.position !== undefined && elapsed() - began < longestRun);
    logLine(logLines.eventsMoved, { before, ...sum, isEnd: way.position === undefined });
    if (sum.failed > 0) throw new HubError(`${sum.failed} years could not be moved`, { retryable: true });
  };
}

/** Whether this month's way has come to its end, and everything was done. */
function isDone({ begun, position, failed }: Walk, at: Instant): boolean {
  const isOfThisMonth = begun.slice(0, '2026-11'.length) === at.slice(0, '2026-11'.length);
  return position === undefined && failed === 0 && isOfThisMonth;
}

/** What has been done, and what could not be. */
interface Sum {
  years: number;
  events: number;
  failed: number;
  unreadable: number;
}

/** What cannot be moved holds up nothing else. @returns how many years could not be */
async function moveAll(deps: MoveDeps, { years }: FoundYears, sum: Sum): Promise<number> {
  const before = sum.failed;
  const one = async ({ subject, year }: FoundYears['years'][number]) => {
    sum.years += 1;
    try {
      const { events, unreadable } = await moveYear(deps, subject, year);
      sum.events += events;
      sum.unreadable += unreadable;
    } catch (error) {
      sum.failed += 1;
      logLine(logLines.moveFailed, { year, error: errorName(error) });
    }
  };
  for (const some of chunksOf(years, sideBySide)) await Promise.all(some.map(one));
  return sum.failed - before;
}
