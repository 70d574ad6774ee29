import { invalid } from '../errors.ts';
import type { TableIndex } from '../tables/index-of-table.ts';
import type { Row } from '../tables/rows.ts';
import { keyOf } from '../tables/schema.ts';
import type { MemoryTable } from '../tables/table.ts';
import type { Item } from '../values/attribute-value.ts';
import type { PageRequest } from './requests.ts';
import type { View } from './view.ts';

/** The answer of a Query or Scan. */
export interface Page {
  Items?: Item[];
  Count: number;
  ScannedCount: number;
  LastEvaluatedKey?: Item;
}

const bytesAtMost = 1024 * 1024;

/** Goes over rows until a page is full: by the number of rows, or by their bytes, whatever is filtered out of it. */
export function pageOf(
  rows: Iterable<Row>,
  {
    table,
    index,
    view,
    limit,
  }: { table: MemoryTable; index: TableIndex | undefined; view: View; limit: number },
): Page {
  const items: Item[] = [];
  let [scanned, bytes] = [0, 0];
  let last: Item | undefined;
  for (const row of rows) {
    scanned += 1;
    bytes += row.size;
    if (view.passes(row.item)) items.push(view.shown(row.item));
    if (scanned >= limit || bytes >= bytesAtMost) {
      last = keyInIndex(table, index, row.item);
      break;
    }
  }
  return {
    ...(!view.counts && { Items: items }),
    Count: items.length,
    ScannedCount: scanned,
    ...(last && { LastEvaluatedKey: last }),
  };
}

/** All keys by which a row is found again: of the table and, if one is read, of the index. */
function keyInIndex(table: MemoryTable, index: TableIndex | undefined, item: Item): Item {
  return { ...(index && keyOf(index.declaration, item)), ...keyOf(table.declaration, item) };
}

/** The order of the row behind which a page begins; none for the first page. @throws where it is no key of these. */
export function orderOfStart(
  { declaration }: MemoryTable,
  index: TableIndex | undefined,
  start: Item | undefined,
): { partition: string; order: string[] } | undefined {
  if (start === undefined) return undefined;
  const { partitionKey, sortKey } = declaration;
  const keys = index ? [index.declaration.sortKey, partitionKey, sortKey] : [sortKey];
  const first = index?.declaration.partitionKey ?? partitionKey;
  const all = new Set([first, ...keys]);
  const order = keys.map(key => start[key]?.S ?? '');
  const partition = start[first]?.S ?? '';
  if (Object.keys(start).length !== all.size || [partition, ...order].includes(''))
    throw invalid('The provided starting key is invalid');
  return { partition, order };
}

/** How many rows a page goes over at most. */
export function limitOf({ Limit: limit = Number.POSITIVE_INFINITY }: PageRequest): number {
  if (limit < 1)
    throw invalid(
      'Value at limit failed to satisfy constraint: Member must have value greater than or equal to 1',
    );
  return limit;
}
