import path from 'node:path';
import type { SnapshotFeed } from '../../../adapters/contract.ts';
import type { NumberedItem } from '../../item/numbered-item.ts';
import { type Difference, differences, type Kept } from './differences.ts';
import { entriesOf } from './entries.ts';
import { makeLineWriter } from './line-writer.ts';
import { sorted } from './sorted.ts';

/** How a snapshot stands to the last one, and the two local files that come of it, compressed JSON lines. */
export interface Comparison {
  rows: number;
  rowsWithoutKey: number;
  is: Record<Difference['is'], number>;
  /** What the next snapshot is compared with, in the order of the keys. */
  kept: { file: string; rows: number };
  /** Every difference and every rejected row. */
  changesFile: string;
}

/** Compares a snapshot with the last one in bounded memory; `folder` takes about twice the file's size meanwhile. */
export async function compare(
  items: AsyncIterable<NumberedItem>,
  feed: SnapshotFeed,
  before: AsyncIterable<Kept>,
  folder: string,
): Promise<Comparison> {
  const kept = { file: path.join(folder, 'kept.ndjson.gz'), rows: 0 };
  const changesFile = path.join(folder, 'changes.ndjson.gz');
  const is = { appeared: 0, changed: 0, disappeared: 0, unchanged: 0, rejected: 0 };
  const comparison: Comparison = { rows: 0, rowsWithoutKey: 0, is, kept, changesFile };
  const keep = makeLineWriter(kept.file);
  const change = makeLineWriter(changesFile);
  for await (const difference of differences(before, sorted(entriesOf(items, feed), folder), feed)) {
    is[difference.is] += 1;
    if (difference.row !== undefined) comparison.rows += 1;
    if (difference.key === '') comparison.rowsWithoutKey += 1;
    if (difference.is !== 'unchanged') await change.write(difference);
    const cells = cellsToKeep(difference);
    if (cells === undefined) continue;
    kept.rows += 1;
    await keep.write({ key: difference.key, cells } satisfies Kept);
  }
  await Promise.all([keep.end(), change.end()]);
  return comparison;
}

function cellsToKeep(difference: Difference): Kept['cells'] | undefined {
  if (difference.is === 'disappeared') return undefined;
  return difference.is === 'rejected' ? difference.before : difference.after;
}
