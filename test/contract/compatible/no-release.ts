import { wrongChangelog } from './changelog.ts';

/** What was released before. */
interface Before {
  readonly version: string;
  /** What differs from it now. */
  readonly changed: readonly string[];
}

/**
 * Why a contract cannot be released under a version: none when it can.
 *
 * @param changelog the text of `schemas/CHANGELOG.md`
 * @param before the release before; undefined for the first
 */
export function noRelease(changelog: string, version: string, before: Before | undefined): string[] {
  const heading = new RegExp(`^## ${version.replaceAll('.', '\\.')} - \\d{4}-\\d\\d-\\d\\d$`, 'm');
  const unnamed = heading.test(changelog)
    ? []
    : [`schemas/CHANGELOG.md has no heading "## ${version} - <day>": put the new things under it`];
  if (before === undefined) return unnamed;
  const isHigher = before.version.localeCompare(version, 'en', { numeric: true }) < 0;
  return [
    ...unnamed,
    ...(isHigher
      ? []
      : [`${version} is not above ${before.version}: give the next one in schemas/contract-version.ts`]),
    ...(before.changed.length > 0 ? [] : [`nothing differs from ${before.version}`]),
    ...wrongChangelog(changelog, before.version, before.changed),
  ];
}
