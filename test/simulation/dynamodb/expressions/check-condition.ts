import { invalid } from '../errors.ts';
import { typeOf, type Value } from '../values/attribute-value.ts';
import { compareValues } from '../values/order.ts';
import { operatorOf } from './operators.ts';
import { resolved, type Scope } from './scope.ts';
import type { Condition, Operand } from './syntax.ts';

/** Refuses what DynamoDB refuses before it looks at any item: operands that the operator never takes. */
export function checkCondition(condition: Condition, scope: Scope): void {
  if (condition.kind === 'and' || condition.kind === 'or')
    for (const part of condition.of) checkCondition(part, scope);
  else if (condition.kind === 'not') checkCondition(condition.of, scope);
  else {
    const [operator, operands] = operatorOf(condition);
    checkTypes(operator, operands, scope);
    checkDistinct(operator, operands, scope);
  }
}

const types = new Set(['S', 'N', 'B', 'BOOL', 'NULL', 'M', 'L', 'SS', 'NS', 'BS']);
const ofOrder = ['S', 'N', 'B'];

/** The types that a value may have which stands beside an operator; any where it is not named. */
const takes: Readonly<Record<string, readonly string[]>> = {
  '<': ofOrder,
  '<=': ofOrder,
  '>': ofOrder,
  '>=': ofOrder,
  BETWEEN: ofOrder,
  begins_with: ['S', 'B'],
};

function checkTypes(operator: string, operands: readonly Operand[], { values }: Scope): void {
  const given = operands.map(operand => (operand.kind === 'value' ? values[operand.name] : undefined));
  const allowed = takes[operator];
  for (const value of given)
    if (value !== undefined && allowed !== undefined && !allowed.includes(typeOf(value)))
      throw invalid(
        `Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${typeOf(value)}`,
      );
  if (operator === 'BETWEEN') checkBounds(given[1], given[2]);
  if (operator === 'attribute_type' && !types.has(given[1]?.S ?? ''))
    throw invalid('Invalid attribute type name found');
  if (/^attribute_(not_)?exists$/.test(operator) && operands[0]?.kind !== 'path')
    throw invalid(`Operator or function requires a document path; operator or function: ${operator}`);
}

function checkBounds(low: Value | undefined, high: Value | undefined): void {
  if (low === undefined || high === undefined) return;
  const order = compareValues(low, high);
  if (order === undefined)
    throw invalid('The BETWEEN operator requires same data type for lower and upper bounds');
  if (order > 0)
    throw invalid('The BETWEEN operator requires upper bound to be greater than or equal to lower bound');
}

/** Refuses to hold a path against itself. */
function checkDistinct(operator: string, operands: readonly Operand[], scope: Scope): void {
  const [first, ...others] = operands.map(operand =>
    operand.kind === 'path' ? JSON.stringify(resolved(operand.path, scope)) : undefined,
  );
  if (first !== undefined && others.includes(first))
    throw invalid(
      `The first operand must be distinct from the remaining operands for this operator or function; operator: ${operator}, first operand: ${first}`,
    );
}
