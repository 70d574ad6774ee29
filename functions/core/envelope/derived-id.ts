import canonicalize from 'canonicalize';
import { parse, v5 as uuidv5 } from 'uuid';

/** The namespace of every id that the hub derives. It must never change: the same news must keep its id. */
const namespace = parse('a8b1c5f2-6f0e-5c43-9d3b-2f6f6b1f4e10');
const utf8 = new TextEncoder();

/**
 * The UUIDv5 of the canonical JSON (RFC 8785) of the parts: equal parts give the equal id, always and everywhere.
 * @throws when a part has no JSON because it is within itself.
 */
export function derivedId(...parts: readonly unknown[]): string {
  const text = canonicalize(parts);
  if (text === undefined) throw new TypeError('An id can be derived from JSON only');
  return uuidv5(utf8.encode(text), namespace);
}
