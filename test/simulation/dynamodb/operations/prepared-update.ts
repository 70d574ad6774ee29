import { invalidParameter } from '../errors.ts';
import { checkUpdate, updated } from '../expressions/apply-update.ts';
import { updateOf } from '../expressions/parsed.ts';
import { projectionTo } from '../expressions/project.ts';
import { resolved, type Scope, valueAt } from '../expressions/scope.ts';
import type { Path } from '../expressions/syntax.ts';
import type { MemoryTable } from '../tables/table.ts';
import type { Item } from '../values/attribute-value.ts';

interface PreparedUpdate {
  after(before: Item | undefined): Item;
  touched(item: Item): Item;
}

const unchanged: PreparedUpdate['touched'] = () => ({});

/** Prepares an update of the item with this key, which comes to be if it was not there. */
export function preparedUpdate(
  { declaration: { partitionKey, sortKey } }: MemoryTable,
  key: Item,
  text: string | undefined,
  scope: Scope,
): PreparedUpdate {
  if (text === undefined) return { after: (before = key) => before, touched: unchanged };
  const update = updateOf(text);
  checkUpdate(update, scope);
  const assignments = [...update.set, ...update.add, ...update.delete].map(({ path }) => path);
  const paths = [...assignments, ...update.remove].map(path => resolved(path, scope));
  for (const [name] of paths)
    if (name === partitionKey || name === sortKey)
      throw invalidParameter(`Cannot update attribute ${name}. This attribute is part of the key`);
  return {
    after: (before = key) => updated(update, before, scope),
    touched: item => touchedBy(paths, item),
  };
}

/** What of an item is at some paths: of a list in which there is something, the whole list. */
function touchedBy(paths: readonly Path[], item: Item): Item {
  const there = paths.filter(path => valueAt(item, path) !== undefined);
  const whole = there.map(path => {
    const place = path.findIndex(step => typeof step === 'number');
    return place === -1 ? path : path.slice(0, place);
  });
  const different = new Map(whole.map(path => [JSON.stringify(path), path]));
  return projectionTo([...different.values()])(item);
}
