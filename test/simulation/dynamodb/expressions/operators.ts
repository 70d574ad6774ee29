import type { Condition, Operand, Path } from './syntax.ts';

/** A condition that is no combination of others. */
type One = Exclude<Condition, { kind: 'and' | 'or' | 'not' }>;

/** The operator of a condition that is no combination of others, and what stands beside it. */
export function operatorOf(condition: One): [string, readonly Operand[]] {
  switch (condition.kind) {
    case 'compare':
      return [condition.by, [condition.left, condition.right]];
    case 'between':
      return ['BETWEEN', [condition.of, condition.low, condition.high]];
    case 'in':
      return ['IN', [condition.of, ...condition.list]];
    case 'function':
      return [condition.name, condition.of];
  }
}

/** Every path in a condition. */
export function pathsIn(condition: Condition): Path[] {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.of.flatMap(pathsIn);
  if (condition.kind === 'not') return pathsIn(condition.of);
  return operatorOf(condition)[1].flatMap(pathsOf);
}

function pathsOf(operand: Operand): Path[] {
  if (operand.kind === 'path') return [operand.path];
  return operand.kind === 'function' ? operand.of.flatMap(pathsOf) : [];
}
