import type { SnapshotFeed } from '../../../adapters/contract.ts';
import { columnsOf, missingColumns } from '../../../adapters/kit/headers.ts';

/**
 * Why a sheet cannot be an extract of a feed, by its headings alone: another file under its name has none of them, and
 * without the key nothing tells its rows apart. Such a file says nothing of what is open, so nobody is asked to believe it.
 */
export function problemWithHeadings(headings: readonly string[], feed: SnapshotFeed): string | undefined {
  const columns = columnsOf(feed.columns);
  const missing = missingColumns(columns, feed.key, headings);
  if (missing === undefined) return undefined;
  const key = `${missing}, which tells one row from another`;
  if (headings.some(heading => columns.columnOf(heading) !== undefined)) return key;
  const all = quoted(Object.values(feed.columns).map(([name]) => name)).join(', ');
  return `none of this extract’s headings is among them: ${key}. They would be: ${all}`;
}

/** The headings of an extract over which no column of the feed stands. */
export function unknownHeadings(headings: readonly string[], feed: SnapshotFeed): string[] {
  const { columnOf } = columnsOf(feed.columns);
  return headings.filter(heading => columnOf(heading) === undefined);
}

function quoted(names: readonly string[]): string[] {
  return names.map(name => `“${name}”`);
}
