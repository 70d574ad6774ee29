const term = String.raw`\$\.(?<field>\w+) = "(?<value>[^"]+)"`;
const pattern = new RegExp(
  String.raw`^\{ (?:${plain(term)}|\(${plain(term)}\)(?: \|\| \(${plain(term)}\))*) \}$`,
);

/** What a pattern of a metric filter looks for: each of these is enough. */
export interface Term {
  field: string;
  value: string;
}

/**
 * Reads a pattern: `{ $.field = "value" }`, or several in brackets with `||` between them.
 * @throws {Error} when it is anything else, which CloudWatch Logs may read in a way that no test knows of
 */
export function termsOf(filterPattern: string): Term[] {
  if (!pattern.test(filterPattern)) throw new Error(`The tests cannot read the pattern ${filterPattern}`);
  return [...filterPattern.matchAll(new RegExp(term, 'g'))].map(({ groups }) => ({
    field: groups?.['field'] ?? '',
    value: groups?.['value'] ?? '',
  }));
}

/** Whether CloudWatch Logs would count a line. */
export function matches(filterPattern: string, printed: Readonly<Record<string, unknown>>): boolean {
  return termsOf(filterPattern).some(({ field, value }) => printed[field] === value);
}

function plain(named: string): string {
  return named.replaceAll(/\?<\w+>/g, '?:');
}
