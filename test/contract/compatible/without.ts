/** Where keys are names that somebody gave, such as those of fields, and say nothing of what is under them. */
const maps: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', '$defs', 'schemas', 'securitySchemes'],
  ...['paths', 'responses', 'headers', 'channels', 'operations', 'parameters'],
]);

/** A document without some of its keywords; a field that is called like one stays. */
export function without(value: unknown, keywords: ReadonlySet<string>, isMap = false): unknown {
  if (Array.isArray(value)) return value.map(one => without(one, keywords));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isMap || !keywords.has(key))
      .map(([key, inner]) => [key, without(inner, keywords, !isMap && maps.has(key))]),
  );
}
