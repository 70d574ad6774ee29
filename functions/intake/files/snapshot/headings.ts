import type { SnapshotFeed } from '../../../adapters/contract.ts';
import { columnsOf } from '../../../adapters/kit/headers.ts';

/**
 * Why a sheet cannot be an extract of a feed, by its headings alone: another file under its name has none of them, and
 * without the key nothing tells its rows apart. Such a file says nothing of what is open, so nobody is asked to believe it.
 */
export function problemWithHeadings(headings: readonly string[], feed: SnapshotFeed): string | undefined {
  const { columnOf } = columnsOf(feed.columns);
  const found = new Set(headings.map(heading => columnOf(heading)));
  const missing = feed.key.filter(column => !found.has(column));
  if (missing.length === 0) return undefined;
  const wanted = missing.map(column => quoted(feed.columns[column] ?? [column]).join(' or '));
  const key = `A column headed ${wanted.join(' and one headed ')} is missing: it tells one row from another`;
  if (Object.keys(feed.columns).some(column => found.has(column))) return key;
  const all = quoted(Object.values(feed.columns).map(([name]) => name)).join(', ');
  return `The first row has none of this extract’s headings. ${key}. The headings are: ${all}`;
}

function quoted(names: readonly string[]): string[] {
  return names.map(name => `“${name}”`);
}
