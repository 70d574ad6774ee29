import type { Json, JsonObject } from '../json.ts';
import { type Conjunction, conjunctionsOf, type FieldTest } from './conjunctions.ts';
import { type Leaf, leavesOf } from './leaves.ts';

/** Tells whether an event matches a pattern. */
export type EventTest = (event: Json) => boolean;

type Elements = ReadonlyMap<string, number>;

/**
 * Compiles an event pattern with event-ruler's published semantics: fields are joined by *and*,
 * the values of a field by *or*, arrays match by intersection, and no match may take two fields
 * from different elements of one array.
 *
 * @param pattern an EventBridge rule's pattern or a Lambda filter's
 * @throws when the pattern is malformed or uses an operator that is not known
 */
export function compilePattern(pattern: JsonObject): EventTest {
  const conjunctions = conjunctionsOf(pattern);
  return event => {
    const leaves = Map.groupBy(leavesOf(event), leaf => leaf.path);
    return conjunctions.some(conjunction => matches(conjunction, leaves, new Map()));
  };
}

function matches(
  fields: Conjunction,
  leaves: ReadonlyMap<string, readonly Leaf[]>,
  chosen: Elements,
): boolean {
  const [field, ...rest] = fields;
  if (field === undefined) return true;
  const candidates = leaves.get(field.path) ?? [];
  if (candidates.length === 0) return acceptsAbsence(field) && matches(rest, leaves, chosen);
  return candidates.some(leaf => {
    if (!accepts(field, leaf)) return false;
    const together = join(chosen, leaf.elements);
    return together !== undefined && matches(rest, leaves, together);
  });
}

function acceptsAbsence(field: FieldTest): boolean {
  return field.matchers.some(matcher => matcher.kind === 'absent');
}

function accepts(field: FieldTest, leaf: Leaf): boolean {
  return field.matchers.some(matcher => matcher.kind === 'leaf' && matcher.test(leaf.value));
}

function join(chosen: Elements, further: Elements): Elements | undefined {
  for (const [array, index] of further) {
    const already = chosen.get(array);
    if (already !== undefined && already !== index) return undefined;
  }
  return new Map([...chosen, ...further]);
}
