import type { Schema } from './schema.ts';

/** Keywords that say something to a reader, and allow or refuse nothing. */
const annotations = [
  '$schema',
  '$id',
  'title',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
];
const access = ['readOnly', 'writeOnly'];
/** Keywords that are compared for what they mean. */
const compared = [
  ...['type', 'const', 'enum', 'pattern', 'format', 'properties', 'required', 'additionalProperties'],
  ...['propertyNames', 'items', 'anyOf', 'oneOf', '$ref'],
  ...['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'],
  ...['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'],
];
const known = new Set([...annotations, ...access, ...compared]);

/** Keywords whose meaning this check does not know: any change of them is taken for one that breaks somebody. */
export function otherKeywordsChanged(before: Schema, after: Schema): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter(name => !known.has(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map(name => `has another ${name}, which this check cannot compare`);
}
