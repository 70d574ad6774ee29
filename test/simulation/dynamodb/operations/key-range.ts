import { invalid, invalidParameter } from '../errors.ts';
import { resolved, type Scope } from '../expressions/scope.ts';
import type { Condition, Operand } from '../expressions/syntax.ts';
import type { Rows } from '../tables/rows.ts';

/** What a key condition selects: a partition, and where in its order. */
export interface KeyRange {
  readonly partition: string;
  /** The first row that is selected, and the first that is no longer. */
  bounds(rows: Rows): readonly [number, number];
}

interface Keys {
  readonly partitionKey: string;
  readonly sortKey: string;
}

type Bounds = KeyRange['bounds'];

const everything: Bounds = rows => [0, rows.all.length];

/** Reads a key condition: one partition and, if anything, one thing about the sort key. @throws where it is another. */
export function keyRangeOf(condition: Condition, { partitionKey, sortKey }: Keys, scope: Scope): KeyRange {
  const parts = (condition.kind === 'and' ? condition.of : [condition]).map(part => partOf(part, scope));
  const [first, ...others] = parts.filter(({ key }) => key === partitionKey);
  const [sorted, ...more] = parts.filter(({ key }) => key === sortKey);
  if (first === undefined) throw missed(partitionKey);
  if (others.length > 0 || more.length > 0 || first.by !== '=') throw unsupported();
  if (parts.length > (sorted ? 2 : 1)) throw missed(sortKey);
  const [partition = ''] = first.values;
  return { partition, bounds: sorted ? boundsBy(sorted.by, sorted.values) : everything };
}

function unsupported(): Error {
  return invalid('Query key condition not supported');
}

function missed(key: string): Error {
  return invalid(`Query condition missed key schema element: ${key}`);
}

interface Part {
  readonly key: string;
  readonly by: string;
  readonly values: readonly string[];
}

/** One comparison of a key with values. */
function partOf(condition: Condition, scope: Scope): Part {
  if (condition.kind === 'compare' && condition.left.kind === 'value')
    return part(condition.right, swapped[condition.by] ?? condition.by, [condition.left], scope);
  if (condition.kind === 'compare') return part(condition.left, condition.by, [condition.right], scope);
  if (condition.kind === 'between')
    return part(condition.of, 'between', [condition.low, condition.high], scope);
  if (condition.kind !== 'function' || condition.name !== 'begins_with') throw unsupported();
  const [key, ...values] = condition.of;
  return part(key, 'begins_with', values, scope);
}

const swapped: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function part(key: Operand | undefined, by: string, values: readonly Operand[], scope: Scope): Part {
  if (key?.kind !== 'path' || key.path.length !== 1 || by === '<>') throw unsupported();
  const texts = values.map(operand => {
    if (operand.kind !== 'value') throw unsupported();
    const text = scope.values[operand.name]?.S;
    if (text === undefined) throw invalidParameter('Condition parameter type does not match schema type');
    if (text === '')
      throw invalid('The AttributeValue for a key attribute cannot contain an empty string value');
    return text;
  });
  return { key: String(resolved(key.path, scope)[0]), by, values: texts };
}

/** Behind all that begins with a text. */
const last = '\u{10ffff}';

function boundsBy(by: string, [low = '', high = '']: readonly string[]): Bounds {
  const kinds: Readonly<Record<string, Bounds>> = {
    '=': rows => [rows.countBefore([low], false), rows.countBefore([low], true)],
    '<': rows => [0, rows.countBefore([low], false)],
    '<=': rows => [0, rows.countBefore([low], true)],
    '>': rows => [rows.countBefore([low], true), rows.all.length],
    '>=': rows => [rows.countBefore([low], false), rows.all.length],
    between: rows => [rows.countBefore([low], false), rows.countBefore([high], true)],
    begins_with: rows => [rows.countBefore([low], false), rows.countBefore([`${low}${last}`], true)],
  };
  return kinds[by] ?? everything;
}
