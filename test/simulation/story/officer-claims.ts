/** The claims of an officer's token. */
export function claimsOfOfficer(role: string, officer: string): Record<string, string> {
  return { role, sub: officer, scope: 'lintel/read lintel/write' };
}
