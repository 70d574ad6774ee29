import type { Item, Value } from '../values/attribute-value.ts';
import { checkPathsApart } from './paths-apart.ts';
import type { Path } from './syntax.ts';

/** What of a value is shown: all of it, or what its steps lead to. */
type Wanted = true | Map<string | number, Wanted>;

/** What a projection shows of an item. */
export type Projection = (item: Item) => Item;

/** Makes the projection to some paths. @throws where one of them leads into another. */
export function projectionTo(paths: readonly Path[]): Projection {
  checkPathsApart(paths, 'ProjectionExpression');
  const root: Wanted = new Map();
  for (const path of paths) want(root, path);
  return item => shown({ M: item }, root)?.M ?? {};
}

function want(wanted: Map<string | number, Wanted>, [step, ...further]: Path): void {
  if (step === undefined) return;
  const there = wanted.get(step) ?? true;
  const inside = there === true ? new Map<string | number, Wanted>() : there;
  wanted.set(step, further.length === 0 ? true : inside);
  want(inside, further);
}

function shown(value: Value | undefined, wanted: Wanted): Value | undefined {
  if (wanted === true || value === undefined) return value;
  if (value.M) return shownOfMap(value.M, wanted);
  if (!value.L) return undefined;
  const list = value.L;
  const places = [...wanted].filter(([step]) => typeof step === 'number') as [number, Wanted][];
  const found = places
    .toSorted(([a], [b]) => a - b)
    .flatMap(([place, further]) => shown(list[place], further) ?? []);
  return found.length === 0 ? undefined : { L: found };
}

function shownOfMap(map: Item, wanted: ReadonlyMap<string | number, Wanted>): Value | undefined {
  const found: Record<string, Value> = {};
  for (const [step, further] of wanted) {
    const value = Object.hasOwn(map, step) ? shown(map[step], further) : undefined;
    if (value !== undefined) found[step] = value;
  }
  return Object.keys(found).length === 0 ? undefined : { M: found };
}
