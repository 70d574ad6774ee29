import type { Held } from '../../../shell/tables/files/file-record.ts';
import type { Comparison } from './compare.ts';

/**
 * Whether a snapshot is too unlike the last one to be believed: a file that was cut off would close everything that it
 * does not have. A row without a key may be any of those that seem to be gone, and a last row that cannot be read is where
 * a file was cut off.
 * @param rowsBefore of the last snapshot; 0 when this is the first.
 * @param heldBelow the share of them that the manifest asks for.
 */
export function holdOf(
  { rows, rowsWithoutKey, last, is, gone }: Comparison,
  rowsBefore: number,
  heldBelow: number,
): Held | undefined {
  const figures = { rows, rowsBefore, disappeared: is.disappeared, gone, rowsWithoutKey };
  if (rows < rowsBefore * heldBelow) return { reason: 'fewer-rows', ...figures };
  if (last.unreadable && is.disappeared > 0) return { reason: 'last-row-unreadable', ...figures };
  if (rowsWithoutKey > 0 && is.disappeared > 0) return { reason: 'rows-without-key', ...figures };
  return undefined;
}
