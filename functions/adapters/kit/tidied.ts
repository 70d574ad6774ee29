/** Payloads nest a handful of objects; what lies deeper is no part of an item that an adapter reads. */
const deepest = 12;

/**
 * A vendor's JSON without members that are null, which say no more than members that are missing, and with its keys
 * spelled as `spell` has it.
 */
export function tidied(value: unknown, spell: (key: string) => string = key => key, depth = 0): unknown {
  if (depth > deepest || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(entry => tidied(entry, spell, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null)
      .map(([key, entry]) => [spell(key), tidied(entry, spell, depth + 1)]),
  );
}
