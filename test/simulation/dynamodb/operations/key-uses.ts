import { invalid } from '../errors.ts';
import type { Scope } from '../expressions/scope.ts';
import type { MemoryTable } from '../tables/table.ts';
import type { WithExpressions } from './requests.ts';

/** The names at which a path begins, and those of them behind which it goes on. */
const beginnings = /(?<![.\w#:])(#?\w+)(?!\w*\s*\()/g;
const goingOn = /(?<![.\w#:])(#?\w+)\s*[.[]/g;

function named(text: string, pattern: RegExp, { names }: Scope): (string | undefined)[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => names[name] ?? name);
}

/** Refuses a filter on one of the keys, which belongs into the key condition. */
export function checkFilterKeys(text: string | undefined, keys: readonly string[], scope: Scope): void {
  if (text === undefined) return;
  const key = named(text, beginnings, scope).find(name => keys.includes(name ?? ''));
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
  const text = [ConditionExpression, UpdateExpression, FilterExpression, ProjectionExpression].join(' ');
  const keys = [declaration, ...declaredIndexes].flatMap(of => [of.partitionKey, of.sortKey]);
  const key = named(text, goingOn, scope).find(name => keys.includes(name ?? ''));
  if (key !== undefined)
    throw invalid(
      `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: ${key}`,
    );
}
