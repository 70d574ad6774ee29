import type { Cursor } from './cursor.ts';
import { isReserved } from './reserved-words.ts';
import type { Operand, Path } from './syntax.ts';

const name = /^#\w+$|^[A-Za-z_]\w*$/;

/** Reads a path: `a`, `#a.b[2].c`. */
export function parsePath(cursor: Cursor): Path {
  const path: (string | number)[] = [parseName(cursor)];
  for (;;) {
    if (cursor.take('.')) path.push(parseName(cursor));
    else if (cursor.take('[')) {
      if (!/^\d+$/.test(cursor.peek())) cursor.refuse();
      path.push(Number(cursor.next()));
      cursor.expect(']');
    } else return path;
  }
}

function parseName(cursor: Cursor): string {
  const next = cursor.peek();
  if (!name.test(next) || isReserved(next)) cursor.refuse();
  return cursor.next();
}

/** Reads a path, the placeholder of a value, or a call of one of the functions that may stand here. */
export function parseOperand(cursor: Cursor, functions: ReadonlySet<string>): Operand {
  const next = cursor.peek();
  if (next.startsWith(':')) return { kind: 'value', name: cursor.next() };
  if (cursor.peek(1) !== '(') return { kind: 'path', path: parsePath(cursor) };
  if (!functions.has(next)) cursor.refuse();
  return parseCall(cursor, functions);
}

/** Reads a call, whatever the function. */
export function parseCall(
  cursor: Cursor,
  functions: ReadonlySet<string>,
): Extract<Operand, { kind: 'function' }> {
  const called = cursor.next();
  return { kind: 'function', name: called, of: parseList(cursor, functions) };
}

/** Reads operands in brackets. */
export function parseList(cursor: Cursor, functions: ReadonlySet<string>): Operand[] {
  cursor.expect('(');
  const list = [parseOperand(cursor, functions)];
  while (cursor.take(',')) list.push(parseOperand(cursor, functions));
  cursor.expect(')');
  return list;
}
