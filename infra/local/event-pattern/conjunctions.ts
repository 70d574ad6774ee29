import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { compileMatcher, type Matcher } from './matcher.ts';

/** One field of a pattern: any of the matchers will do. */
export interface FieldTest {
  readonly path: string;
  readonly matchers: readonly Matcher[];
}

/** Fields that must all match. */
export type Conjunction = readonly FieldTest[];

/**
 * Compiles a pattern into alternatives: one conjunction, or several where it says `$or`.
 *
 * @param pattern an event pattern
 * @throws saying where, when a field has no list of values, an operator is unknown, or an
 *   `$or` is not a list of two or more objects
 */
export function conjunctionsOf(pattern: JsonObject): Conjunction[] {
  if (Object.keys(pattern).length === 0) throw new Error('an event pattern must name at least one field');
  return alternatives(pattern, []);
}

function alternatives(pattern: JsonObject, path: readonly string[]): Conjunction[] {
  return Object.entries(pattern).reduce<Conjunction[]>(
    (soFar, [key, value]) => {
      const choices = key === '$or' ? orChoices(value, path) : fieldChoices([...path, key], value);
      return soFar.flatMap(left => choices.map(right => [...left, ...right]));
    },
    [[]],
  );
}

function orChoices(value: Json, path: readonly string[]): Conjunction[] {
  const isOr = Array.isArray(value) && value.length >= 2 && value.every(isJsonObject);
  if (!isOr) throw new Error(`${[...path, '$or'].join('.')}: $or wants two objects or more`);
  return value.flatMap(choice => alternatives(choice as JsonObject, path));
}

function fieldChoices(path: readonly string[], value: Json): Conjunction[] {
  const where = path.join('.');
  if (isJsonObject(value)) {
    if (Object.keys(value).length === 0) throw new Error(`${where}: empty object`);
    return alternatives(value, path);
  }
  if (!Array.isArray(value) || value.length === 0)
    throw new Error(`${where}: a field wants a list of values`);
  return [[{ path: where, matchers: value.map(element => located(where, () => compileMatcher(element))) }]];
}

function located<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Error(`${where}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
