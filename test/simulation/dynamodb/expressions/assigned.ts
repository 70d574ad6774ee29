import { invalid } from '../errors.ts';
import type { Item, Value } from '../values/attribute-value.ts';
import { addNumbers } from '../values/number.ts';
import { resolved, type Scope, valueAt } from './scope.ts';
import type { Assigned, Operand } from './syntax.ts';

/** What an assignment sets, by the item as it was before the update. @throws where something is missing or of a wrong type. */
export function assignedValue({ operand, plus, minus }: Assigned, item: Item, scope: Scope): Value {
  const first = operandValue(operand, item, scope);
  const second = plus ?? minus;
  if (second === undefined) return first;
  const other = operandValue(second, item, scope);
  if (first.N === undefined || other.N === undefined) throw wrongType();
  return { N: addNumbers(first.N, other.N, plus ? 1 : -1) };
}

/** An operand of an update is there, and has a type that cannot be worked with. */
export function wrongType(): Error {
  return invalid('An operand in the update expression has an incorrect data type');
}

function operandValue(operand: Operand, item: Item, scope: Scope): Value {
  const value = found(operand, item, scope);
  if (value === undefined)
    throw invalid('The provided expression refers to an attribute that does not exist in the item');
  return value;
}

function found(operand: Operand, item: Item, scope: Scope): Value | undefined {
  if (operand.kind === 'value') return scope.values[operand.name];
  if (operand.kind === 'path') return valueAt(item, resolved(operand.path, scope));
  const [first, second] = operand.of;
  if (first === undefined || second === undefined) throw invalid('Incorrect number of operands for operator');
  if (operand.name === 'if_not_exists') return found(first, item, scope) ?? found(second, item, scope);
  const lists = [first, second].map(of => operandValue(of, item, scope).L);
  const [head, tail] = lists;
  if (head === undefined || tail === undefined) throw wrongType();
  return { L: [...head, ...tail] };
}
