import { invalid } from '../errors.ts';
import { elementsOf, type Item, typeOf, type Value } from '../values/attribute-value.ts';
import { addNumbers } from '../values/number.ts';
import { assignedValue, wrongType } from './assigned.ts';
import { removedAt, setAt } from './change-at.ts';
import { checkPathsApart } from './paths-apart.ts';
import { resolved, type Scope, valueAt } from './scope.ts';
import type { Path, Update } from './syntax.ts';

/** The item after an update. Everything is read from the item as it was, whatever the order of the clauses. */
export function updated(update: Update, item: Item, scope: Scope): Item {
  const sets = [
    ...update.set.map(({ path, to }) => [resolved(path, scope), assignedValue(to, item, scope)] as const),
    ...update.add.map(({ path, value }) => added(item, resolved(path, scope), scope.values[value] ?? {})),
  ];
  const removals = update.remove.map(path => resolved(path, scope));
  let after = item;
  for (const [path, value] of sets) after = setAt(after, path, value);
  for (const { path, value } of update.delete) {
    const at = resolved(path, scope);
    const left = withoutElements(valueAt(item, at), scope.values[value] ?? {});
    if (left === undefined) removals.push(at);
    else if (left === 'absent')
      setAt(item, at, {}); // Nothing is left to do, but the path has to lead somewhere.
    else after = setAt(after, at, left);
  }
  return removedAt(after, removals);
}

/** ADD: a sum, or the union of two sets; of what was missing, the value itself. */
function added(item: Item, path: Path, value: Value): readonly [Path, Value] {
  const before = valueAt(item, path);
  if (before === undefined) return [path, value];
  if (before.N !== undefined && value.N !== undefined) return [path, { N: addNumbers(before.N, value.N) }];
  const [set, more] = [elementsOf(before), elementsOf(value)];
  if (set === undefined || more === undefined || typeOf(before) !== typeOf(value)) throw wrongType();
  return [path, { [typeOf(before)]: [...new Set([...set, ...more])] }];
}

/** DELETE: what is left of a set; undefined where nothing is. */
function withoutElements(before: Value | undefined, value: Value): Value | 'absent' | undefined {
  if (before === undefined) return 'absent';
  const [set, gone] = [elementsOf(before), elementsOf(value)];
  if (set === undefined || gone === undefined || typeOf(before) !== typeOf(value)) throw wrongType();
  const left = set.filter(element => !gone.includes(element));
  return left.length === 0 ? undefined : { [typeOf(before)]: left };
}

/** Refuses an update that changes one place twice, or uses a type that ADD and DELETE never take. */
export function checkUpdate(update: Update, scope: Scope): void {
  const { set, remove, add } = update;
  const paths = [...set, ...add, ...update.delete].map(({ path }) => path).concat(remove);
  checkPathsApart(
    paths.map(path => resolved(path, scope)),
    'UpdateExpression',
  );
  checkTypes(add, scope, ['N', 'SS', 'NS', 'BS'], 'ADD');
  checkTypes(update.delete, scope, ['SS', 'NS', 'BS'], 'DELETE');
}

function checkTypes(pairs: Update['add'], { values }: Scope, types: readonly string[], clause: string): void {
  for (const { value } of pairs) {
    const type = typeOf(values[value] ?? {});
    if (!types.includes(type))
      throw invalid(
        `Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ${clause}, operand type: ${type}`,
      );
  }
}
