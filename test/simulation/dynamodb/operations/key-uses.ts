import { invalid } from '../errors.ts';
import { pathsIn } from '../expressions/operators.ts';
import { conditionOf, goingOnIn } from '../expressions/parsed.ts';
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

/** Refuses a path that goes on behind a key of the table or of an index: what is there is text. */
export function checkKeysAreEnds(
  { declaration, declaredIndexes }: MemoryTable,
  request: Omit<WithExpressions, 'TableName'>,
  scope: Scope,
): void {
  const { ConditionExpression, UpdateExpression, FilterExpression, ProjectionExpression } = request;
  const texts = [ConditionExpression, UpdateExpression, FilterExpression, ProjectionExpression];
  const names = texts.flatMap(text => (text === undefined ? [] : goingOnIn(text)));
  if (names.length === 0) return;
  const keys = [declaration, ...declaredIndexes].flatMap(of => [of.partitionKey, of.sortKey]);
  const key = names.map(name => scope.names[name] ?? name).find(name => keys.includes(name));
  if (key !== undefined)
    throw invalid(
      `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: ${key}`,
    );
}
