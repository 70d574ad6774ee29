import type { Adapter } from '../../adapters/contract.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { TranslatedItem } from './translate.ts';
import { longestPath, makeUnknownFields } from './unknown-fields.ts';

type Reported = Pick<Adapter, 'manifest' | 'itemSchema' | 'ignored' | 'columnOf'>;

/** Lines hold so many paths at the most. */
const mostPaths = 50;

/**
 * Says which fields of what was understood nobody reads, by what the items are of: one line a kind, however many items. A
 * metric filter reads it, and `npm run ops -- unknown-fields`. An item that was refused is its sender's to look at.
 */
export function reportUnknown(items: readonly TranslatedItem[], adapter: Reported): void {
  const unknownIn = makeUnknownFields(adapter);
  const byKind = new Map<string, { fields: number; paths: Set<string> }>();
  for (const one of items) {
    const paths = 'drafts' in one ? unknownIn(one.item) : new Set<string>();
    if (paths.size === 0 || !('drafts' in one)) continue;
    const kind = one.drafts[0]?.type ?? 'nothing for other teams';
    const met = byKind.get(kind) ?? { fields: 0, paths: new Set() };
    byKind.set(kind, { fields: met.fields + paths.size, paths: new Set([...met.paths, ...paths]) });
  }
  const { system } = adapter.manifest;
  for (const [kind, { fields, paths }] of byKind)
    logLine(logLines.unknownFields, { system, kind, fields, paths: [...paths].slice(0, mostPaths) });
}

/** Says which headings of a full extract no column takes, once a file. */
export function reportHeadings(system: string, kind: string, headings: readonly string[]): void {
  if (headings.length === 0) return;
  const paths = headings.slice(0, mostPaths).map(heading => heading.slice(0, longestPath));
  logLine(logLines.unknownFields, { system, kind, fields: headings.length, paths });
}
