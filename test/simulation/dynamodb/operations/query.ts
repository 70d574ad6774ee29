import { invalid } from '../errors.ts';
import { checkCondition } from '../expressions/check-condition.ts';
import { conditionOf } from '../expressions/parsed.ts';
import { makeRows, type Row, type Rows } from '../tables/rows.ts';
import { type Database, tableNamed } from './database.ts';
import { keyRangeOf } from './key-range.ts';
import { checkFilterKeys, checkKeysAreEnds } from './key-uses.ts';
import { limitOf, orderOfStart, type Page, pageOf } from './page.ts';
import type { PageRequest } from './requests.ts';
import { scopeOf } from './scope-of.ts';
import { indexOf, viewOf } from './view.ts';

/** Query: a page of one partition of a table or index, in the order of its keys or the other way round. */
export function query(database: Database, request: PageRequest): Page {
  const table = tableNamed(database, request.TableName);
  const index = indexOf(table, request);
  const scope = scopeOf(request);
  const text = request.KeyConditionExpression;
  if (text === undefined)
    throw invalid(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    );
  const { partitionKey, sortKey } = index?.declaration ?? table.declaration;
  const condition = conditionOf(text);
  checkCondition(condition, scope);
  const range = keyRangeOf(condition, { partitionKey, sortKey }, scope);
  checkFilterKeys(request.FilterExpression, [partitionKey, sortKey], scope);
  checkKeysAreEnds(table, request, scope);
  const view = viewOf(request, index, scope);
  const start = orderOfStart(table, index, request.ExclusiveStartKey);
  if (start && start.partition !== range.partition)
    throw invalid('The provided starting key is outside query boundaries based on provided conditions');
  const rows = (index ?? table).partitions.get(range.partition) ?? makeRows();
  const [from, until] = range.bounds(rows);
  const walk = request.ScanIndexForward === false ? backward : forward;
  return pageOf(walk(rows, from, until, start?.order), { table, index, view, limit: limitOf(request) });
}

function* forward(
  rows: Rows,
  from: number,
  until: number,
  start: readonly string[] | undefined,
): Generator<Row> {
  const first = start ? Math.max(from, rows.countBefore(start, true)) : from;
  for (let at = first; at < until; at += 1) yield* rowAt(rows, at);
}

function* backward(
  rows: Rows,
  from: number,
  until: number,
  start: readonly string[] | undefined,
): Generator<Row> {
  const end = start ? Math.min(until, rows.countBefore(start, false)) : until;
  for (let at = end - 1; at >= from; at -= 1) yield* rowAt(rows, at);
}

function rowAt({ all }: Rows, index: number): readonly Row[] {
  const row = all[index];
  return row === undefined ? [] : [row];
}
