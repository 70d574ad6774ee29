import * as z from 'zod';
import { pack, UnknownFormat, unpack } from '../../packing/pack.ts';
import { asStored } from '../as-stored.ts';
import type { Key } from '../key.ts';

/**
 * The attributes of which the value is stored packed. Only the hub’s own code reads them. Everything else is plain: keys, what
 * indexes are sorted by, what conditions, filters and projections name, and what expires.
 */
const packedAttributes = ['event', 'record', 'flags', 'row', 'entry'] as const;

/** What is shorter than this, in characters of JSON, is stored as it is: it takes its KB either way. */
const shortest = 200;

/** An item as it is stored. */
export function stored(item: Readonly<Key & Record<string, unknown>>): Key & Record<string, unknown> {
  const packed = packedAttributes.flatMap(name => {
    const value = item[name];
    if (value === undefined || JSON.stringify(value).length < shortest) return [];
    return [[name, pack(value)] as const];
  });
  return { ...item, ...Object.fromEntries(packed) };
}

/**
 * An item with every packed value as it was before; one that is damaged is left out.
 * @throws {UnknownFormat} when a newer release packed one
 */
export function inClear(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, unpacked.safeParse(value).data]),
  );
}

/** A value as it was before it was stored, packed or not. */
export const unpacked = z.unknown().transform((value, context) => {
  if (!(value instanceof Uint8Array)) return value;
  try {
    return unpack(value);
  } catch (error) {
    if (error instanceof UnknownFormat) throw error;
    context.addIssue({ code: 'custom', message: 'Its bytes are damaged' });
    return z.NEVER;
  }
});

/** A schema of a value that is stored packed, where it is not short. It is handed on as it was stored. */
export function packedOf<S extends z.ZodType>(schema: S) {
  return unpacked.pipe(asStored(schema));
}
