import type { Item, Value } from '../values/attribute-value.ts';
import { compareValues, isSame } from '../values/order.ts';
import { holdsFunction, sizeAsValue } from './functions.ts';
import { resolved, type Scope, valueAt } from './scope.ts';
import type { Comparator, Condition, Operand } from './syntax.ts';

/** Whether a condition holds of an item; of one that does not exist when it is empty. */
export function holds(condition: Condition, item: Item, scope: Scope): boolean {
  const of = (operand: Operand) => operandOf(operand, item, scope);
  switch (condition.kind) {
    case 'and':
      return condition.of.every(part => holds(part, item, scope));
    case 'or':
      return condition.of.some(part => holds(part, item, scope));
    case 'not':
      return !holds(condition.of, item, scope);
    case 'compare':
      return compares(of(condition.left), condition.by, of(condition.right));
    case 'between': {
      const value = of(condition.of);
      return compares(value, '>=', of(condition.low)) && compares(value, '<=', of(condition.high));
    }
    case 'in': {
      const value = of(condition.of);
      return condition.list.some(operand => compares(value, '=', of(operand)));
    }
    case 'function':
      return holdsFunction(condition.name, condition.of.map(of));
  }
}

/** What an operand stands for, if anything. */
function operandOf(operand: Operand, item: Item, scope: Scope): Value | undefined {
  if (operand.kind === 'value') return scope.values[operand.name];
  if (operand.kind === 'path') return valueAt(item, resolved(operand.path, scope));
  const [of] = operand.of;
  return of && sizeAsValue(operandOf(of, item, scope));
}

/** Whether two values compare so. What is missing is different from everything, even from what is missing, and neither less nor more. */
function compares(left: Value | undefined, by: Comparator, right: Value | undefined): boolean {
  if (left === undefined || right === undefined) return by === '<>';
  if (by === '=') return isSame(left, right);
  if (by === '<>') return !isSame(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  const fits = { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 };
  return fits[by];
}
