const says: Readonly<Record<string, string>> = {
  Audit: 'Who was shown what of whom: for data protection',
  Files: 'Files of a source system: sheets, and full extracts of what it holds',
  Flags: 'Warning flags: what stands, what is to be done about it, and decisions',
  Persons: 'Somebody as the systems know them, and who is whom',
  Properties: 'Homes and blocks: as they stand, and everything that happened there',
  Quarantine: 'What the hub could not take yet, and what it has learnt of systems’ keys',
  Systems: 'What a source system says, and what it is owed',
};

/**
 * The tags of the endpoints, with what each groups.
 * @throws {Error} for a tag that nothing is said of: say it here.
 */
export function tagsOf(endpoints: readonly { tag: string }[]) {
  return [...new Set(endpoints.map(({ tag }) => tag))].toSorted().map(name => {
    const description = says[name];
    if (description === undefined) throw new Error(`Say in openapi/tags.ts what the tag ${name} groups`);
    return { name, description };
  });
}
