import { isJsonObject, type Json } from '../json.ts';
import { resolveValue, type Scope } from './intrinsics.ts';

type Operator = (argument: Json, scope: Scope) => boolean;

const operators = new Map<string, Operator>([
  ['Condition', (name, scope) => scope.condition(String(name))],
  ['Fn::Equals', equals],
  ['Fn::And', (all, scope) => operands(all).every(operand => evaluateCondition(operand, scope))],
  ['Fn::Or', (any, scope) => operands(any).some(operand => evaluateCondition(operand, scope))],
  ['Fn::Not', (one, scope) => !operands(one).some(operand => evaluateCondition(operand, scope))],
]);

/**
 * Decides a condition of a template's `Conditions` section.
 *
 * @param expression the condition function as the template has it
 * @param scope the stack's parameters and other conditions
 * @throws naming the function when the runner does not know it
 */
export function evaluateCondition(expression: Json | undefined, scope: Scope): boolean {
  const name = isJsonObject(expression) ? Object.keys(expression)[0] : undefined;
  const operator = name === undefined ? undefined : operators.get(name);
  if (!isJsonObject(expression) || name === undefined || operator === undefined) {
    throw new Error(`the local runner does not know the condition ${JSON.stringify(expression)}`);
  }
  return operator(expression[name] ?? null, scope);
}

function equals(argument: Json, scope: Scope): boolean {
  const [left, right] = operands(argument).map(operand => resolveValue(operand, scope));
  return JSON.stringify(left) === JSON.stringify(right);
}

function operands(argument: Json): readonly Json[] {
  if (!Array.isArray(argument)) throw new Error(`a condition wants a list, not ${JSON.stringify(argument)}`);
  return argument;
}
