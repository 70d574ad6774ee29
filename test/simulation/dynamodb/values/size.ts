import { elementsOf, type Item, type Value } from './attribute-value.ts';

/** Items never change: each is measured once. */
const known = new WeakMap<Item, number>();

/** What an item counts for, in bytes, as AWS documents it: names and values, and a little for what is nested. */
export function sizeOfItem(item: Item): number {
  const size = known.get(item) ?? sizeOfMap(item);
  known.set(item, size);
  return size;
}

function sizeOfMap(item: Item): number {
  let size = 0;
  for (const [name, value] of Object.entries(item)) size += Buffer.byteLength(name) + sizeOf(value);
  return size;
}

const nesting = 3;

/** What a value counts for. */
function sizeOf(value: Value): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return sizeOfNumber(value.N);
  if (value.B !== undefined) return Buffer.byteLength(value.B, 'base64');
  if (value.M) return nesting + Object.keys(value.M).length + sizeOfMap(value.M);
  if (value.L) return value.L.reduce((sum, element) => sum + 1 + sizeOf(element), nesting);
  const elements = elementsOf(value);
  if (elements === undefined) return 1;
  const each = value.NS ? sizeOfNumber : (element: string) => Buffer.byteLength(element);
  return elements.reduce((sum, element) => sum + each(element), 0);
}

/** A byte, one for the sign of a negative number, and one for each two digits from the point to either side. */
function sizeOfNumber(text: string): number {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = `${whole.length % 2 === 0 ? '' : '0'}${whole}${fraction}${fraction.length % 2 === 0 ? '' : '0'}`;
  const pairs = digits.replace(/^(?:00)+/, '').replace(/(?:00)+$/, '').length / 2;
  return 1 + pairs + (text.startsWith('-') ? 1 : 0);
}
