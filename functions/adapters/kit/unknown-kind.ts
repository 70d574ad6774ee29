import type * as z from 'zod';

/**
 * The refusal of an item of a kind that a system does not have: it names the kind, which is a word of the vendor's code
 * and says nothing of anybody, and lists the known ones.
 * @param field the member that says the kind, on which the union is discriminated
 */
export function unknownKind(field: string, known: readonly string[]): { error: z.core.$ZodErrorMap } {
  const expected = `expected ${field} to be one of ${known.join(', ')}`;
  return {
    error: issue =>
      issue.code === 'invalid_union' ? `${namedIn(issue.input, field)}${expected}` : undefined,
  };
}

function namedIn(input: unknown, field: string): string {
  const kind =
    typeof input === 'object' && input !== null
      ? Object.entries(input).find(([key]) => key === field)
      : undefined;
  return typeof kind?.[1] === 'string' ? `“${kind[1].slice(0, 60)}” is not known: ` : '';
}
