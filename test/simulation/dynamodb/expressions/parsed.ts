import { openExpression } from './cursor.ts';
import { parseCondition } from './parse-condition.ts';
import { parsePath } from './parse-operand.ts';
import { parseUpdate } from './parse-update.ts';
import type { Condition, Path, Update } from './syntax.ts';

/** More than the hub has: beyond it somebody makes expressions up, and the oldest are read again. */
const kept = 1000;

/** A reader that keeps what it read: the same few expressions come again and again. */
function keeping<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const parsed = read(text);
    if (known.size >= kept) known.clear();
    known.set(text, parsed);
    return parsed;
  };
}

/** A condition, filter or key condition. */
export const conditionOf: (text: string) => Condition = keeping(text => parseCondition(openExpression(text)));

/** An update. */
export const updateOf: (text: string) => Update = keeping(text => parseUpdate(openExpression(text)));

/** The paths of a projection. */
export const projectionOf: (text: string) => readonly Path[] = keeping(text => {
  const cursor = openExpression(text);
  const paths = [parsePath(cursor)];
  while (cursor.take(',')) paths.push(parsePath(cursor));
  if (cursor.peek() !== '') cursor.refuse();
  return paths;
});

/** The placeholders in an expression, or in several: of names, and of values. */
export const placeholdersOf: (text: string) => Placeholders = keeping(text => {
  const used = [...new Set(text.match(/[#:]\w+/g))];
  const [names, values] = ['#', ':'].map(sign => used.filter(one => one.startsWith(sign)));
  return { names: names ?? [], values: values ?? [] };
});

/** What stands for something else in an expression. */
interface Placeholders {
  readonly names: readonly string[];
  readonly values: readonly string[];
}

/** The names, or what stands for them, at which a path in an expression begins and does not end. */
export const goingOnIn: (text: string) => readonly string[] = keeping(text =>
  [...text.matchAll(/(?<![.\w#:])(#?\w+)\s*[.[]/g)].map(([, name = '']) => name),
);
