import type { Item } from '../values/attribute-value.ts';
import { compareText } from '../values/order.ts';

/** An item in a table or index, where it is sorted. */
export interface Row {
  /** What it is sorted by: its sort key, and in an index the table's keys after that. */
  readonly order: readonly string[];
  readonly item: Item;
  readonly size: number;
}

/** The rows of one partition in the order of their keys. */
export interface Rows {
  readonly all: readonly Row[];
  at(order: readonly string[]): Row | undefined;
  put(row: Row): void;
  remove(order: readonly string[]): void;
  /** How many rows come before this place, or with `andAt` up to it. A shorter order is before all that begin with it. */
  countBefore(order: readonly string[], andAt: boolean): number;
}

/** Makes an empty partition. */
export function makeRows(): Rows {
  const all: Row[] = [];

  function countBefore(order: readonly string[], andAt: boolean): number {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const compared = compareOrders(all[middle]?.order ?? [], order);
      if (compared < 0 || (andAt && compared === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function find(order: readonly string[]): [number, Row | undefined] {
    const index = countBefore(order, false);
    const row = all[index];
    return [index, row && compareOrders(row.order, order) === 0 ? row : undefined];
  }

  return {
    all,
    countBefore,
    at: order => find(order)[1],
    put(row) {
      const [index, there] = find(row.order);
      all.splice(index, there ? 1 : 0, row);
    },
    remove(order) {
      const [index, there] = find(order);
      if (there) all.splice(index, 1);
    },
  };
}

/** Compares as far as both go. */
function compareOrders(a: readonly string[], b: readonly string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const compared = compareText(a[at] ?? '', b[at] ?? '');
    if (compared !== 0) return compared;
  }
  return 0;
}
