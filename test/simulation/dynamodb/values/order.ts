import { elementsOf, typeOf, type Value } from './attribute-value.ts';
import { compareNumbers } from './number.ts';

/** Less than zero where `a` comes first in the order of UTF-8 bytes, as DynamoDB sorts text. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const [first, second] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (first !== second) return placeOf(first) - placeOf(second);
  }
  return a.length - b.length;
}

/** Halves of a pair stand for characters behind all others. */
function placeOf(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

/** How two values of one type are ordered; undefined where the types differ or have no order. */
export function compareValues(a: Value, b: Value): number | undefined {
  if (a.S !== undefined && b.S !== undefined) return compareText(a.S, b.S);
  if (a.N !== undefined && b.N !== undefined) return compareNumbers(a.N, b.N);
  if (a.B !== undefined && b.B !== undefined)
    return Buffer.compare(Buffer.from(a.B, 'base64'), Buffer.from(b.B, 'base64'));
  return undefined;
}

/** Whether two values are the same; sets and maps in any order. */
export function isSame(a: Value, b: Value): boolean {
  const type = typeOf(a);
  if (type !== typeOf(b)) return false;
  if (a.M && b.M) return isSameMap(a.M, b.M);
  if (a.L && b.L) return isSameList(a.L, b.L);
  const [set, other] = [elementsOf(a), elementsOf(b)];
  if (set && other) return set.length === other.length && set.every(element => other.includes(element));
  return a[type] === b[type];
}

/** Whether two items, or two maps, hold the same. */
export function isSameMap(a: Readonly<Record<string, Value>>, b: Readonly<Record<string, Value>>): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every(name => isSameOrBothMissing(a[name], b[name]));
}

function isSameList(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((value, index) => isSameOrBothMissing(value, b[index]));
}

function isSameOrBothMissing(a: Value | undefined, b: Value | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSame(a, b);
}
