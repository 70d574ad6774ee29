/** Claims as an HTTP API hands them to a function: every value is text. */
export type TextClaims = Readonly<Record<string, string>>;

/**
 * Turns a token's claims into text as API Gateway does: lists become `[a b]`, objects `map[k:v]`.
 *
 * @param claims the token's payload
 */
export function textClaims(claims: Readonly<Record<string, unknown>>): TextClaims {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, asText(value)]));
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asText).join(' ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `map[${Object.entries(value)
      .map(([key, member]) => `${key}:${asText(member)}`)
      .join(' ')}]`;
  }
  return String(value);
}
