import { outsideOf } from './patterns.ts';
import type { Schema } from './schema.ts';

const floors = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const ceilings = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];

/** How a value that was allowed, other than by its properties and items, may now be refused: none when it cannot be. */
export function narrowed(before: Schema, after: Schema): string[] {
  return [
    ...narrowedValues(before, after),
    ...narrowedPattern(before.pattern, after.pattern),
    ...(after.format !== undefined && after.format !== before.format
      ? [`must now have the format ${after.format}`]
      : []),
    ...floors.filter(name => limit(after, name, -Infinity) > limit(before, name, -Infinity)).map(tightened),
    ...ceilings.filter(name => limit(after, name, Infinity) < limit(before, name, Infinity)).map(tightened),
  ];

  function tightened(name: string): string {
    return `has a tighter ${name}: ${String(before[name] ?? 'none')} became ${String(after[name])}`;
  }
}

function narrowedValues(before: Schema, after: Schema): string[] {
  const [old, present] = [valuesOf(before), valuesOf(after)];
  if (present === undefined) return [];
  if (old === undefined) return ['is now limited to some values'];
  return old.filter(value => !present.includes(value)).map(value => `no longer allows ${value}`);
}

/** The values that are allowed, as JSON; undefined when they are not listed. */
function valuesOf(schema: Schema): string[] | undefined {
  const listed = schema.const === undefined ? schema.enum : [schema.const];
  return listed?.map(value => JSON.stringify(value));
}

function narrowedPattern(before: string | undefined, after: string | undefined): string[] {
  if (after === undefined || after === before) return [];
  if (before === undefined) return [`must now match ${after}`];
  const refused = outsideOf(before, after);
  return refused === undefined ? [] : [`has a pattern that refuses what the old one allowed: ${refused}`];
}

function limit(schema: Schema, name: string, otherwise: number): number {
  const value = schema[name];
  return typeof value === 'number' ? value : otherwise;
}
