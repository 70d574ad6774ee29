import { invalid } from '../errors.ts';
import type { Item, Value } from '../values/attribute-value.ts';
import type { Path } from './syntax.ts';

/** The item with a value at a path; behind the end of a list it is appended. @throws where the path leads nowhere. */
export function setAt(item: Item, path: Path, value: Value): Item {
  return changed({ M: item }, path, value).M ?? {};
}

function changed(container: Value | undefined, [step, ...further]: Path, value: Value): Value {
  if (step === undefined) return value;
  if (typeof step === 'string') {
    if (!container?.M) throw nowhere();
    return { M: { ...container.M, [step]: changed(container.M[step], further, value) } };
  }
  if (!container?.L) throw nowhere();
  const at = Math.min(step, container.L.length);
  return { L: container.L.toSpliced(at, 1, changed(container.L[at], further, value)) };
}

function nowhere(): Error {
  return invalid('The document path provided in the update expression is invalid for update');
}

/** The item without what is at some paths; places in lists are those before any of it was removed. */
export function removedAt(item: Item, paths: readonly Path[]): Item {
  const lastFirst = paths.toSorted((a, b) => Number(b.at(-1)) - Number(a.at(-1)) || 0);
  return lastFirst.reduce<Item>((left, path) => without({ M: left }, path).M ?? {}, item);
}

function without(container: Value | undefined, [step, ...further]: Path): Value {
  if (step === undefined || container === undefined) throw nowhere();
  if (typeof step === 'string') {
    if (!container.M) throw nowhere();
    const { [step]: inside, ...others } = container.M;
    return { M: further.length === 0 ? others : { ...container.M, [step]: without(inside, further) } };
  }
  if (!container.L) throw nowhere();
  const inside = container.L[step];
  if (further.length > 0) return { L: container.L.with(step, without(inside, further)) };
  return { L: container.L.toSpliced(step, 1) };
}
