/** Claims as an HTTP API hands them to a function: every value is text. */
export type TextClaims = Readonly<Record<string, string>>;

/**
 * Turns a token's claims into text as API Gateway has been seen to do: a list becomes `[a b]`, an
 * object its JSON, and a claim that is null is left out.
 *
 * @param claims the token's payload
 */
export function textClaims(claims: Readonly<Record<string, unknown>>): TextClaims {
  const given = Object.entries(claims).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, asText(value)]));
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asText).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
