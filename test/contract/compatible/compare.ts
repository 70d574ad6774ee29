import { narrowed } from './narrowed.ts';
import { otherKeywordsChanged } from './other-keywords.ts';
import { alternativesOf, type Definitions, type Schema } from './schema.ts';

/**
 * What a schema is used for, and so what breaks those who rely on it. An event is written by some and read by others:
 * what was allowed must stay allowed, and what was always there must stay there. A request must stay allowed. An answer
 * must keep what it has.
 */
export type Use = 'event' | 'request' | 'answer';

/** A schema with what it refers to. */
export interface Described {
  readonly schema: Schema;
  readonly definitions: Definitions;
}

interface Context {
  readonly use: Use;
  readonly definitions: { readonly before: Definitions; readonly after: Definitions };
  /** The pairs of references that are being compared: a schema may contain itself. */
  readonly within: readonly string[];
}

/**
 * What is not an addition between two versions of a schema.
 *
 * @returns a sentence for each, beginning with the place, such as `data.flat was removed`; none when all is compatible
 */
export function breaks(before: Described, after: Described, use: Use): string[] {
  const definitions = { before: before.definitions, after: after.definitions };
  return compare({ use, definitions, within: [] }, before.schema, after.schema, '');
}

function compare(context: Context, before: Schema, after: Schema, at: string): string[] {
  const pair = `${before.$ref} ${after.$ref}`;
  const refers = before.$ref !== undefined && after.$ref !== undefined;
  if (refers && context.within.includes(pair)) return [];
  const inside = refers ? { ...context, within: [...context.within, pair] } : context;
  const present = alternativesOf(after, context.definitions.after);
  const old = alternativesOf(before, context.definitions.before);
  return [
    ...old.flatMap((one, index) => {
      const [same, others] = [present.slice(index, index + 1), present.toSpliced(index, 1)];
      return closest([...same, ...others], other => compareOne(inside, one, other, at));
    }),
    ...(context.use === 'request' ? [] : newTypes(old, present).map(type => said(at, `may now be ${type}`))),
  ];
}

/** What separates an alternative from the new one that is most like it: often the one in its place, without any difference. */
function closest(present: readonly Schema[], differencesFrom: (other: Schema) => string[]): string[] {
  let fewest: string[] | undefined;
  for (const other of present) {
    const differences = differencesFrom(other);
    if (differences.length === 0) return [];
    if (fewest === undefined || differences.length < fewest.length) fewest = differences;
  }
  return fewest ?? [];
}

function newTypes(old: readonly Schema[], present: readonly Schema[]): unknown[] {
  const known = new Set(old.map(({ type }) => type));
  return [...new Set(present.map(({ type }) => type))].filter(type => !known.has(type));
}

function compareOne(context: Context, before: Schema, after: Schema, at: string): string[] {
  if (before.type !== after.type)
    return [said(at, `no longer may be ${String(before.type)}, but ${String(after.type)}`)];
  const own = context.use === 'answer' ? [] : narrowed(before, after);
  return [
    ...[...own, ...otherKeywordsChanged(before, after)].map(what => said(at, what)),
    ...compareProperties(context, before, after, at),
    ...compareParts(context, before, after, at),
  ];
}

function compareProperties(context: Context, before: Schema, after: Schema, at: string): string[] {
  const place = (name: string) => (at === '' ? name : `${at}.${name}`);
  const [old, present] = [before.required ?? [], after.required ?? []];
  const demanded = context.use === 'answer' ? [] : present.filter(name => !old.includes(name));
  const missing = context.use === 'request' ? [] : old.filter(name => !present.includes(name));
  return [
    ...Object.entries(before.properties ?? {}).flatMap(([name, schema]) => {
      const kept = after.properties?.[name];
      return kept === undefined
        ? [said(place(name), 'was removed')]
        : compare(context, schema, kept, place(name));
    }),
    ...demanded.map(name => said(place(name), 'is now required')),
    ...missing
      .filter(name => after.properties?.[name] !== undefined)
      .map(name => said(place(name), 'is no longer always there')),
  ];
}

/** Items, and the properties of a map by any name. */
function compareParts(context: Context, before: Schema, after: Schema, at: string): string[] {
  const closed = after.additionalProperties === false && before.additionalProperties !== false;
  return [
    ...(closed && context.use !== 'answer' ? [said(at, 'no longer allows other properties')] : []),
    ...part(before.items, after.items, '[]'),
    ...part(schemaIn(before.additionalProperties), schemaIn(after.additionalProperties), '.*'),
    ...part(before.propertyNames, after.propertyNames, ' (names)'),
  ];

  function part(old: Schema | undefined, present: Schema | undefined, suffix: string): string[] {
    return present === undefined ? [] : compare(context, old ?? {}, present, `${at}${suffix}`);
  }
}

function schemaIn(value: Schema | boolean | undefined): Schema | undefined {
  return typeof value === 'object' ? value : undefined;
}

function said(at: string, what: string): string {
  return `${at === '' ? 'it' : at} ${what}`;
}
