import { saysNothing } from '../../../schemas/nothing.ts';

/** Payloads nest a handful of objects; what lies deeper is no part of an item that an adapter reads. */
const deepest = 12;

interface Tidying {
  /** How the schema that reads it spells a key. */
  spell?: (key: string) => string;
  /** The members, as spelt, of which `none` is a value. */
  withNone?: ReadonlySet<string>;
}

/** A vendor's JSON without members and entries that say nothing, and with its keys spelt as its schema has them. */
export function tidied(value: unknown, { spell = key => key, withNone = new Set() }: Tidying = {}): unknown {
  const tidy = (part: unknown, depth: number): unknown => {
    if (depth > deepest || typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part))
      return part.filter(entry => !saysNothing(entry)).map(entry => tidy(entry, depth + 1));
    const members = Object.entries(part).map(([key, entry]) => [spell(key), entry] as const);
    return Object.fromEntries(
      members
        .filter(([key, entry]) => !saysNothing(entry, withNone.has(key)))
        .map(([key, entry]) => [key, tidy(entry, depth + 1)]),
    );
  };
  return tidy(value, 0);
}
