import type { Cursor } from './cursor.ts';
import { parseOperand, parsePath } from './parse-operand.ts';
import type { Assigned, Path, Update } from './syntax.ts';

const functions = new Set(['if_not_exists', 'list_append']);
const clauses = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;

/** Reads an update: each clause at most once, in any order. */
export function parseUpdate(cursor: Cursor): Update {
  const read = {
    SET: () => parseEach(cursor, parseAssignment),
    REMOVE: () => parseEach(cursor, parsePath),
    ADD: () => parseEach(cursor, parsePair),
    DELETE: () => parseEach(cursor, parsePair),
  };
  const parts: { -readonly [K in keyof typeof read]?: ReturnType<(typeof read)[K]> } = {};
  do {
    const clause = clauses.find(keyword => cursor.take(keyword));
    if (clause === undefined || parts[clause]) return cursor.refuse();
    Object.assign(parts, { [clause]: read[clause]() });
  } while (cursor.peek() !== '');
  const { SET: set = [], REMOVE: remove = [], ADD: add = [], DELETE: deleted = [] } = parts;
  return { set, remove, add, delete: deleted };
}

function parseEach<T>(cursor: Cursor, parse: (cursor: Cursor) => T): T[] {
  const all = [parse(cursor)];
  while (cursor.take(',')) all.push(parse(cursor));
  return all;
}

function parseAssignment(cursor: Cursor): Update['set'][number] {
  const path = parsePath(cursor);
  cursor.expect('=');
  return { path, to: parseAssigned(cursor) };
}

function parseAssigned(cursor: Cursor): Assigned {
  const operand = parseOperand(cursor, functions);
  if (cursor.take('+')) return { operand, plus: parseOperand(cursor, functions) };
  if (cursor.take('-')) return { operand, minus: parseOperand(cursor, functions) };
  return { operand };
}

function parsePair(cursor: Cursor): { path: Path; value: string } {
  const path = parsePath(cursor);
  if (!cursor.peek().startsWith(':')) cursor.refuse();
  return { path, value: cursor.next() };
}
