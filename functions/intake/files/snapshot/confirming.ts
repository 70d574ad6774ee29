import type { Instant } from '../../../../schemas/reference.ts';
import type { SnapshotFeed } from '../../../adapters/contract.ts';
import { confirmAgainAt } from '../../../core/flags/confirming.ts';
import { earlierOf } from '../../../core/time/instants.ts';
import type { Difference } from './differences.ts';
import type { RowCells } from './entries.ts';

/**
 * A row that is still there confirms the flags that it says, since a flag's age counts from when it was said or confirmed last.
 * It does so only when that is due, and only a row with flags: most rows of most nights cost no event.
 * @returns the difference, as the night has it, with when its flags are to be confirmed next.
 */
export function confirming(difference: Difference, feed: SnapshotFeed, seenAt: Instant): Difference {
  const { confirmAt, ...found } = difference;
  const { is, after } = found;
  const isDue = confirmAt === undefined || confirmAt <= seenAt;
  if (after === undefined || (is === 'unchanged' && !isDue)) return difference;
  const next = confirmAgainAt(codesIn(after, feed, seenAt), seenAt);
  if (next === undefined) return found;
  if (is === 'appeared' || is === 'returned') return { ...found, confirmAt: next };
  if (!isDue) return { ...found, confirmAt: earlierOf(confirmAt, next) };
  return { ...found, is: is === 'unchanged' ? 'confirmed' : is, confirms: true, confirmAt: next };
}

function codesIn(cells: RowCells, { confirmed, rowSchema }: SnapshotFeed, at: Instant) {
  if (confirmed === undefined) return [];
  const row = rowSchema.safeParse(cells);
  return row.success ? confirmed(row.data, { at, basis: 'offset' }).map(({ data }) => data.code) : [];
}
