import { type Shown, type Wrong, wrongnessOf } from '../accounting/wrongness.ts';
import { dangersIn, owedIn } from '../truth/truth.ts';
import { type Borough, makeBorough } from '../world/borough.ts';
import { day, minute } from '../world/time.ts';
import { wentLive } from './extracts.ts';
import { firstWeeks } from './faults.ts';

/** How many warnings of a code there are at homes in systems, and how many of them are shown. */
export interface Row {
  readonly code: string;
  readonly dangers: number;
  readonly shown: number;
  readonly missing: number;
  readonly extra: number;
}
/** What came of a go-live: at the end by code, and all that was wrong since its first day for longer than the hub may take. */
export interface Judged {
  readonly rows: readonly Row[];
  readonly wrongs: readonly Wrong[];
}

const [firstDay, delay, quarter, days] = [day, 15 * minute, 13 * 7 * day, 730];

/**
 * Two years of a borough: without a hub, but for the last quarter of a year, which has the usual faults of first weeks. Among
 * what was said before is every word that any system can say, of this week and of years ago; with `oncePerCode`, every code by
 * one of the systems.
 */
export function goLiveOf({
  oncePerCode,
  ...options
}: {
  homes: number;
  seed: number;
  oncePerCode: boolean;
}): Borough {
  const words = { before: days - quarter / day, oncePerCode };
  const whole = makeBorough({ ...options, days, words, faults: { outages: false, echoes: false } });
  return firstWeeks(wentLive(whole, whole.ends - quarter));
}

/** Holds what every system showed against the dangers that there were. */
export function judged(borough: Borough, shown: readonly Shown[]): Judged {
  const owed = owedIn(dangersIn(borough));
  const from = borough.begins + firstDay;
  const wrongs = wrongnessOf(owed, shown, borough.doubts)
    .map(wrong => ({ ...wrong, from: Math.max(wrong.from, from) }))
    .filter(wrong => wrong.to - wrong.from > delay);
  const atEnd = <T extends { code: string; to: number }>(all: readonly T[]) =>
    Map.groupBy(
      all.filter(({ to }) => to >= borough.ends),
      ({ code }) => code,
    );
  const places = (all: readonly Shown[] = []) =>
    new Set(all.map(({ system, home }) => `${system} ${home}`)).size;
  const [right, seen, wrong] = [atEnd(owed), atEnd(shown), atEnd(wrongs)];
  const rows = [...new Set([...right.keys(), ...seen.keys()])].sort().map(code => {
    const extra = (wrong.get(code) ?? []).filter(({ kind }) => kind === 'extra').length;
    return {
      code,
      dangers: places(right.get(code)),
      shown: places(seen.get(code)),
      extra,
      missing: (wrong.get(code)?.length ?? 0) - extra,
    };
  });
  return { rows, wrongs };
}
