/**
 * What a changelog of the contract lacks or has too much: it names, above the release, each thing that differs from it.
 *
 * @param text the changelog
 * @param released the version of the release
 * @param changed the names of what differs
 */
export function wrongChangelog(text: string, released: string, changed: readonly string[]): string[] {
  const [above, ...rest] = text.split(`\n## ${released} `);
  if (above === undefined || rest.length === 0)
    return [`schemas/CHANGELOG.md has no heading "## ${released} - <day>"`];
  const [, ...sections] = above.split('\n## ');
  const named = new Set([...sections.join('\n').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  return [
    ...changed
      .filter(name => !named.has(name))
      .map(name => `schemas/CHANGELOG.md does not name \`${name}\` above ${released}: say there what is new`),
    ...[...named]
      .filter(name => name !== undefined && !changed.includes(name))
      .map(name => `schemas/CHANGELOG.md names \`${name}\` above ${released}, which is as it was released`),
  ];
}
