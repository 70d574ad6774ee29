import { invalid } from '../errors.ts';
import type { Row, Rows } from '../tables/rows.ts';
import { type Database, tableNamed } from './database.ts';
import { checkKeysAreEnds } from './key-uses.ts';
import { limitOf, orderOfStart, type Page, pageOf } from './page.ts';
import type { PageRequest } from './requests.ts';
import { scopeOf } from './scope-of.ts';
import { indexOf, viewOf } from './view.ts';

/** Scan: a page of a whole table or index, or of one of its parts, partition by partition in no order that means anything. */
export function scan(database: Database, request: PageRequest): Page {
  const table = tableNamed(database, request.TableName);
  const index = indexOf(table, request);
  const scope = scopeOf(request);
  checkKeysAreEnds(table, request, scope);
  const view = viewOf(request, index, scope);
  const start = orderOfStart(table, index, request.ExclusiveStartKey);
  const isInPart = partOf(request);
  const found = [...(index ?? table).partitions]
    .map(([key, rows]) => ({ key, rows, hash: hashOf(key) }))
    .filter(({ hash }) => isInPart(hash))
    .sort((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1));
  const from = start && { ...start, hash: hashOf(start.partition) };
  const left = found.filter(
    ({ key, hash }) =>
      from === undefined || hash > from.hash || (hash === from.hash && key >= from.partition),
  );
  const rows = rowsOf(left, from);
  return pageOf(rows, { table, index, view, limit: limitOf(request) });
}

function* rowsOf(
  partitions: readonly { key: string; rows: Rows }[],
  start: { partition: string; order: readonly string[] } | undefined,
): Generator<Row> {
  for (const { key, rows } of partitions) {
    const first = start?.partition === key ? rows.countBefore(start.order, true) : 0;
    yield* rows.all.slice(first);
  }
}

const hashes = 2 ** 32;

/** Which partitions are in the part of the table that is asked for. */
function partOf({ Segment, TotalSegments }: PageRequest): (hash: number) => boolean {
  if (Segment === undefined && TotalSegments === undefined) return () => true;
  if (Segment === undefined || TotalSegments === undefined || Segment >= TotalSegments)
    throw invalid('The Segment parameter is required and must be less than parameter TotalSegments');
  return hash => Math.floor((hash / hashes) * TotalSegments) === Segment;
}

/** FNV-1a, of the key's units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
