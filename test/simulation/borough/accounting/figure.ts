import type { Explained } from './causes.ts';
import { hoursOf, union } from './intervals.ts';
import { wrongKinds } from './wrongness.ts';

/** Hours of wrongness of one cause, or of all. */
export interface Row extends Record<(typeof wrongKinds)[number], number> {
  cause: string;
  /** Of all kinds: a home's warning in a system counts for each hour that it is wrong. */
  hours: number;
  homes: number;
}
/** The headline figure. */
export interface Figure {
  causes: readonly Row[];
  total: Row;
  /** Hours, homes and systems in which anything was wrong, however much of it. */
  homesInSystems: number;
}

/** Adds everything up by cause, the most hours first. */
export function figureOf(wrongs: readonly Explained[]): Figure {
  const byCause = Map.groupBy(wrongs, ({ cause }) => cause);
  const places = Map.groupBy(wrongs, ({ system, home }) => `${system} ${home}`);
  const causes = [...byCause].map(([cause, all]) => rowOf(cause, all));
  return {
    causes: causes.sort((a, b) => b.hours - a.hours || (a.cause < b.cause ? -1 : 1)),
    total: rowOf('all', wrongs),
    homesInSystems: [...places.values()].reduce((sum, all) => sum + hoursOf(union(all)), 0),
  };
}

function rowOf(cause: string, all: readonly Explained[]): Row {
  const kinds = Object.fromEntries(
    wrongKinds.map(kind => [kind, hoursOf(all.filter(wrong => wrong.kind === kind))]),
  ) as Record<(typeof wrongKinds)[number], number>;
  return { cause, ...kinds, hours: hoursOf(all), homes: new Set(all.map(({ home }) => home)).size };
}
