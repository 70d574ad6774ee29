import { invalid } from '../errors.ts';
import { pathsIn } from '../expressions/operators.ts';
import { conditionOf } from '../expressions/parsed.ts';
import { resolved, type Scope } from '../expressions/scope.ts';
import type { Condition } from '../expressions/syntax.ts';
import type { MemoryTable } from '../tables/table.ts';
import type { WithExpressions } from './requests.ts';

/** The attributes that a condition is about. */
export function attributesIn(condition: Condition, scope: Scope): string[] {
  return pathsIn(condition).map(path => String(resolved(path, scope)[0]));
}

/** Refuses a filter on one of the keys, which belongs into the key condition. */
export function checkFilterKeys(text: string | undefined, keys: readonly string[], scope: Scope): void {
  if (text === undefined) return;
  const key = attributesIn(conditionOf(text), scope).find(name => keys.includes(name));
  if (key !== undefined)
    throw invalid(
      `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${key}`,
    );
}

/** The names at which a path begins and does not end. */
const goingOn = /(?<![.\w#:])(#?\w+)\s*[.[]/g;

/** Refuses a path that goes on behind a key of the table or of an index: what is there is text. */
export function checkKeysAreEnds(
  { declaration, declaredIndexes }: MemoryTable,
  request: Omit<WithExpressions, 'TableName'>,
  scope: Scope,
): void {
  const { ConditionExpression, UpdateExpression, FilterExpression, ProjectionExpression } = request;
  const text = [ConditionExpression, UpdateExpression, FilterExpression, ProjectionExpression].join(' ');
  const keys = [declaration, ...declaredIndexes].flatMap(of => [of.partitionKey, of.sortKey]);
  const names = [...text.matchAll(goingOn)].map(([, name = '']) => scope.names[name] ?? name);
  const key = names.find(name => keys.includes(name));
  if (key !== undefined)
    throw invalid(
      `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: ${key}`,
    );
}
