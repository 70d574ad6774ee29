import path from 'node:path';
import type { Instant } from '../../../../schemas/reference.ts';
import type { SnapshotFeed } from '../../../adapters/contract.ts';
import { secondsAfter } from '../../../core/time/instants.ts';
import type { NumberedItem } from '../../item/numbered-item.ts';
import { confirming } from './confirming.ts';
import { type Difference, differences, type Kept } from './differences.ts';
import { entriesOf } from './entries.ts';
import { makeLineWriter } from './line-writer.ts';
import { sorted } from './sorted.ts';

/** As many keys of what has disappeared are shown. */
const keysShown = 20;
/** So long a row that is missing is remembered. */
const rememberedSeconds = 90 * 24 * 60 * 60;

/** How a snapshot stands to the last one, and the two local files that come of it, compressed JSON lines. */
export interface Comparison {
  rows: number;
  rowsWithoutKey: number;
  /** The last row of the file, and whether it could not be read. */
  last: { row: number; unreadable: boolean };
  is: Record<Difference['is'], number>;
  /** What the next snapshot is compared with, in the order of the keys. */
  kept: { file: string; rows: number };
  /** The first keys that have disappeared. */
  gone: string[];
  /** Every difference and every rejected row. */
  changesFile: string;
}

/** Compares a snapshot with the last one in bounded memory; its folder takes about twice the file's size meanwhile. */
export async function compare(
  items: AsyncIterable<NumberedItem>,
  feed: SnapshotFeed,
  before: AsyncIterable<Kept>,
  { folder, seenAt }: { folder: string; seenAt: Instant },
): Promise<Comparison> {
  const kept = { file: path.join(folder, 'kept.ndjson.gz'), rows: 0 };
  const changesFile = path.join(folder, 'changes.ndjson.gz');
  const is = {
    appeared: 0,
    returned: 0,
    changed: 0,
    disappeared: 0,
    absent: 0,
    unchanged: 0,
    confirmed: 0,
    rejected: 0,
  };
  const last = { row: 0, unreadable: false };
  const comparison: Comparison = { rows: 0, rowsWithoutKey: 0, last, is, kept, gone: [], changesFile };
  const keep = makeLineWriter(kept.file);
  const change = makeLineWriter(changesFile);
  for await (const found of differences(before, sorted(entriesOf(items, feed), folder), feed)) {
    const difference = confirming(found, feed, seenAt);
    count(comparison, difference);
    if (difference.is !== 'unchanged' && difference.is !== 'absent') await change.write(difference);
    const row = toKeep(difference, seenAt);
    if (row === undefined) continue;
    if (row.goneAt === undefined) kept.rows += 1;
    await keep.write(row);
  }
  await Promise.all([keep.end(), change.end()]);
  return comparison;
}

function count(comparison: Comparison, { is, key, row }: Difference): void {
  comparison.is[is] += 1;
  if (row !== undefined) comparison.rows += 1;
  if (row !== undefined && row > comparison.last.row)
    comparison.last = { row, unreadable: is === 'rejected' };
  if (key === '') comparison.rowsWithoutKey += 1;
  if (is === 'disappeared' && comparison.gone.length < keysShown) comparison.gone.push(key);
}

/** What is missing is remembered, so that it is known for the same when it comes back. */
function toKeep(
  { is, key, before, after, goneAt, confirmAt }: Difference,
  seenAt: Instant,
): Kept | undefined {
  if (is === 'absent' && goneAt !== undefined && goneAt < secondsAfter(seenAt, -rememberedSeconds))
    return undefined;
  const missing = is === 'disappeared' ? seenAt : is === 'returned' ? undefined : goneAt;
  const cells = after ?? before;
  if (cells === undefined) return undefined;
  return {
    key,
    cells,
    ...(missing === undefined ? {} : { goneAt: missing }),
    ...(confirmAt === undefined ? {} : { confirmAt }),
  };
}
