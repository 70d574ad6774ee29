import type { Contract } from './contract.ts';
import type { Schema } from './schema.ts';
import { without } from './without.ts';

/** Where every event has its own: the rest of an event's properties is the envelope's. */
const own: ReadonlySet<string> = new Set(['subject', 'type', 'dataschema', 'data']);
/** What explains, and binds nobody. */
const explaining: ReadonlySet<string> = new Set([
  ...['title', 'summary', 'description', 'example', 'examples', 'instruction', 'tags', 'operationId'],
]);

/**
 * What differs between two contracts, other than in what explains it: the names of events, flag codes, operations and
 * schemas of the API. What all events share is named once, as `envelope`, and a flag code once, not in each list of codes.
 */
export function changedNames(before: Contract, after: Contract): string[] {
  const [old, present] = [partsOf(before), partsOf(after)];
  const names = new Set([...old.keys(), ...present.keys()]);
  return [...names].filter(name => old.get(name) !== present.get(name)).toSorted();
}

/** Each part of a contract by its name, as text. */
function partsOf({ events, flags, api }: Contract): Map<string, string> {
  const codes = new Set(flags.map(({ code }) => code));
  const text = (value: unknown) =>
    JSON.stringify(without(value, explaining), (key, inner) =>
      areCodes(key, inner, codes) ? 'codes' : inner,
    );
  return new Map([
    ...[...events].map(
      ([name, schema]) => [name, text(name === 'envelope' ? schema : ownOf(schema))] as const,
    ),
    ...flags.map(flag => [flag.code, text(flag)] as const),
    ...Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) => [`${method.toUpperCase()} ${path}`, text(operation)] as const,
      ),
    ),
    ...Object.entries(api.components?.schemas ?? {}).map(([name, schema]) => [name, text(schema)] as const),
  ]);
}

function ownOf(schema: Schema): unknown {
  const { properties = {}, deprecated } = schema;
  const kept = Object.entries(properties).filter(([name]) => own.has(name));
  return { deprecated, properties: Object.fromEntries(kept) };
}

function areCodes(key: string, value: unknown, codes: ReadonlySet<string>): boolean {
  return key === 'enum' && Array.isArray(value) && value.every(one => codes.has(String(one)));
}
