import { isJsonObject, type Json } from '../json.ts';

/** A value of an event that is neither an object nor an array. */
export interface Leaf {
  /** Field names from the root, joined by dots; arrays leave no trace. */
  readonly path: string;
  readonly value: string | number | boolean | null;
  /** For every array on the way: which of its elements this leaf is in. */
  readonly elements: ReadonlyMap<string, number>;
}

/**
 * Flattens an event into its leaves. Arrays are crushed out of the path but remembered, so
 * that two fields can be held to the same element ("JSON Array Matching" in event-ruler's README).
 *
 * @param event the whole event
 */
export function leavesOf(event: Json): Leaf[] {
  const leaves: Leaf[] = [];
  let arrays = 0;
  const visit = (value: Json, path: readonly string[], elements: ReadonlyMap<string, number>): void => {
    if (Array.isArray(value)) {
      const array = `${path.join('.')}#${arrays++}`;
      for (const [index, item] of value.entries()) visit(item, path, new Map(elements).set(array, index));
    } else if (isJsonObject(value)) {
      for (const [key, member] of Object.entries(value)) visit(member, [...path, key], elements);
    } else {
      leaves.push({ path: path.join('.'), value: value as Leaf['value'], elements });
    }
  };
  visit(event, [], new Map());
  return leaves;
}
