import { invalid } from '../errors.ts';
import type { Cursor } from './cursor.ts';
import { parseCall, parseList, parseOperand } from './parse-operand.ts';
import type { Comparator, Condition, Operand } from './syntax.ts';

const size = new Set(['size']);
const comparators = new Set(['=', '<>', '<', '<=', '>', '>=']);

/** How many operands each function takes that is a condition by itself. */
const conditionFunctions: Readonly<Record<string, number>> = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
};

/** Reads a condition to its end: `or` binds least, then `and`, then `not`. */
export function parseCondition(cursor: Cursor): Condition {
  const condition = parseOr(cursor);
  if (cursor.peek() !== '') cursor.refuse();
  return condition;
}

function parseOr(cursor: Cursor): Condition {
  const of = [parseAnd(cursor)];
  while (cursor.take('OR')) of.push(parseAnd(cursor));
  return joined('or', of);
}

function parseAnd(cursor: Cursor): Condition {
  const of = [parseNot(cursor)];
  while (cursor.take('AND')) of.push(parseNot(cursor));
  return joined('and', of);
}

function joined(kind: 'and' | 'or', of: readonly Condition[]): Condition {
  const [only] = of;
  return of.length === 1 && only ? only : { kind, of };
}

function parseNot(cursor: Cursor): Condition {
  if (cursor.take('NOT')) return { kind: 'not', of: parseNot(cursor) };
  if (!cursor.take('(')) return parseOne(cursor);
  const inside = parseOr(cursor);
  if (inBrackets.has(inside)) throw invalid('The expression has redundant parentheses;');
  cursor.expect(')');
  inBrackets.add(inside);
  return inside;
}

/** What stood in brackets: it may not do so twice. */
const inBrackets = new WeakSet<Condition>();

function parseOne(cursor: Cursor): Condition {
  if (cursor.peek(1) === '(' && cursor.peek() !== 'size') return parseFunction(cursor);
  const left = parseOperand(cursor, size);
  if (cursor.take('BETWEEN')) return parseBetween(cursor, left);
  if (cursor.take('IN')) return { kind: 'in', of: left, list: parseList(cursor, size) };
  if (!comparators.has(cursor.peek())) cursor.refuse();
  const by = cursor.next() as Comparator;
  return { kind: 'compare', by, left, right: parseOperand(cursor, size) };
}

function parseBetween(cursor: Cursor, of: Operand): Condition {
  const low = parseOperand(cursor, size);
  cursor.expect('AND');
  return { kind: 'between', of, low, high: parseOperand(cursor, size) };
}

function parseFunction(cursor: Cursor): Condition {
  const takes = conditionFunctions[cursor.peek()];
  if (takes === undefined) cursor.refuse();
  const call = parseCall(cursor, size);
  if (call.of.length !== takes) cursor.refuse();
  return call;
}
