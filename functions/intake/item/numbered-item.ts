import type { Problem } from '../../adapters/contract.ts';

/** One thing in a document, by the number under which its sender finds it. */
export interface NumberedItem {
  /** The row of a sheet as Excel numbers them, or the place in an array from 1. */
  row: number;
  item: unknown;
  /** What is wrong with it before anybody looked at its content. */
  problems?: Problem[];
}

/** A document taken apart, or why it cannot be. */
export type Document = { ok: true; items: NumberedItem[] } | { ok: false; detail: string };

/** How deep an item may be nested: no system comes near it, and what walks an item walks it to the bottom. */
export const maximumNesting = 50;

/** Whether a JSON value is nested deeper than `levels`. It does not recurse: the depth is not the sender's to choose. */
export function isNestedDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
