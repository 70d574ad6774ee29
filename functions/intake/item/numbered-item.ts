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
