import type { Item, Value } from '../values/attribute-value.ts';
import type { Path } from './syntax.ts';

/** What the placeholders of a request stand for. */
export interface Scope {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Item;
}

/** The path with names in the place of their placeholders. Their being there was checked before. */
export function resolved(path: Path, { names }: Scope): Path {
  return path.map(step => (typeof step === 'string' && step.startsWith('#') ? (names[step] ?? step) : step));
}

/** What is at a path of an item, if anything is. */
export function valueAt(item: Item, path: Path): Value | undefined {
  let found: Value | undefined = { M: item };
  for (const step of path) {
    found = typeof step === 'number' ? found?.L?.[step] : ownOf(found?.M, step);
    if (found === undefined) return undefined;
  }
  return found;
}

function ownOf(map: Item | undefined, name: string): Value | undefined {
  return map !== undefined && Object.hasOwn(map, name) ? map[name] : undefined;
}
