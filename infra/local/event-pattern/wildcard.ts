/**
 * Compiles a wildcard: `*` stands for any run of characters, `\*` and `\\` for themselves.
 *
 * @param wildcard the operator's argument
 * @returns a test of a string
 * @throws on two wildcards in a row and on any other escape, as event-ruler does
 */
export function compileWildcard(wildcard: string): (value: string) => boolean {
  const [first = '', ...rest] = literalsBetweenWildcards(wildcard);
  const last = rest.pop();
  if (last === undefined) return value => value === first;
  return value => {
    if (!value.startsWith(first) || !value.endsWith(last)) return false;
    let from = first.length;
    for (const literal of rest) {
      const at = value.indexOf(literal, from);
      if (at === -1) return false;
      from = at + literal.length;
    }
    return from <= value.length - last.length;
  };
}

function literalsBetweenWildcards(wildcard: string): string[] {
  if (/\\(?![*\\])/.test(wildcard.replaceAll('\\\\', '')))
    throw new Error(`wildcard "${wildcard}" has an invalid escape`);
  const literals = [''];
  for (const [token] of wildcard.matchAll(/\\[*\\]|\*+|[^*\\]+/g)) {
    if (token.startsWith('**')) throw new Error(`wildcard "${wildcard}" has two * in a row`);
    if (token === '*') literals.push('');
    else literals.push(`${literals.pop() ?? ''}${token.startsWith('\\') ? token.slice(1) : token}`);
  }
  return literals;
}
