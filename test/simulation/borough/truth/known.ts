import { type Interval, union } from '../accounting/intervals.ts';
import type { Thing, Told } from '../world/thing.ts';
import { type Stretch, standingOf } from './standing.ts';

/** Everything that the hub was told, by thing. */
export interface Known {
  readonly ends: number;
  readonly things: readonly Thing[];
  toldOf(thing: Thing): readonly Told[];
  standing(thing: Thing): readonly Stretch[];
  /** When any of them is so. */
  anyOf(things: readonly Thing[]): Interval[];
}

/** Sorts what was told. Things of one id are one thing, however often it was spoken of. */
export function known(told: readonly Told[], ends: number): Known {
  const byId = Map.groupBy(told, ({ thing }) => thing.id);
  const stretches = new Map([...byId].map(([id, all]) => [id, standingOf(all, ends)]));
  const standing = ({ id }: Thing) => stretches.get(id) ?? [];
  return {
    ends,
    things: [...byId.values()].flatMap(([first]) => first?.thing ?? []),
    toldOf: ({ id }) => byId.get(id) ?? [],
    standing,
    anyOf: things => union(things.flatMap(standing)),
  };
}
