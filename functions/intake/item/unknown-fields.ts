import * as z from 'zod';
import type { Adapter } from '../../adapters/contract.ts';

/** The paths of one item's fields that nothing reads, each once: `hazard.depth`, `jobStatusUpdates[].photos`. */
export type UnknownFields = (item: unknown) => ReadonlySet<string>;

/** So many paths of one item, and so long a one: more only says that the format is another. */
const mostPaths = 20;
export const longestPath = 120;
/** What is no name of a field may be somebody's: a map from names to ages has names for keys. */
const nameOfField = /^[\p{L}_$@][\p{L}\p{N} _$@.:#%&?/()+-]{0,59}$/u;

/**
 * Makes the look for what an item says that its adapter neither reads nor lists as known and unused. A vendor's new field is
 * then seen when it first comes, and not years later by whoever misses it. Only names leave, never values.
 */
export function makeUnknownFields({
  itemSchema,
  ignored,
  columnOf,
}: Pick<Adapter, 'itemSchema' | 'ignored' | 'columnOf'>): UnknownFields {
  const isIgnored = (path: string) =>
    ignored.some(one => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[]`));
  return item => {
    const found = new Set<string>();
    const meet = (path: string) => {
      if (found.size < mostPaths && !isIgnored(path)) found.add(path.slice(0, longestPath));
    };
    if (columnOf === undefined) walk(itemSchema, item, '', meet);
    else
      for (const [heading, cell] of entriesOf(item))
        if (!columnOf(heading) && says(cell)) meet(named(heading));
    return found;
  };
}

type Meet = (path: string) => void;

/** Goes through a value along its schema, and through what the schema makes of it. */
function walk(schema: z.core.$ZodType, value: unknown, path: string, meet: Meet): void {
  if (!says(value)) return;
  if (schema instanceof z.ZodObject) walkObject(schema, value, path, meet);
  else if (schema instanceof z.ZodArray) walkArray(schema, value, path, meet);
  else if (schema instanceof z.ZodPipe) walkPipe(schema, value, path, meet);
  else if (schema instanceof z.ZodUnion) walkUnion(schema, value, path, meet);
  else if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    walk(schema.unwrap(), value, path, meet);
}

function walkObject(schema: z.ZodObject, value: unknown, path: string, meet: Meet): void {
  for (const [key, one] of entriesOf(value)) {
    const inner = path === '' ? named(key) : `${path}.${named(key)}`;
    const known = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
    if (known !== undefined) walk(known, one, inner, meet);
    else if (says(one)) meet(inner);
  }
}

function walkArray({ element }: z.ZodArray, value: unknown, path: string, meet: Meet): void {
  if (Array.isArray(value)) for (const one of value) walk(element, one, `${path}[]`, meet);
}

function walkPipe({ in: first, out }: z.ZodPipe, value: unknown, path: string, meet: Meet): void {
  walk(first, value, path, meet);
  const made = out instanceof z.ZodTransform ? undefined : z.safeParse(first, value);
  if (made?.success) walk(out, made.data, path, meet);
}

function walkUnion({ options }: z.ZodUnion, value: unknown, path: string, meet: Meet): void {
  const option = options.find(one => z.safeParse(one, value).success);
  if (option !== undefined) walk(option, value, path, meet);
}

/** Null, an empty text and an empty list say nothing. */
function says(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function named(key: string): string {
  return nameOfField.test(key) ? key : '(no name of a field)';
}
