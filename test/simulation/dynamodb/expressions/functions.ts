import { elementsOf, typeOf, type Value } from '../values/attribute-value.ts';
import { isSame } from '../values/order.ts';

type Given = Value | undefined;

const functions: Readonly<Record<string, (first: Given, second: Given) => boolean>> = {
  attribute_exists: value => value !== undefined,
  attribute_not_exists: value => value === undefined,
  attribute_type: (value, type) => value !== undefined && typeOf(value) === type?.S,
  begins_with: beginsWith,
  contains,
};

/** Whether one of the functions that are conditions holds of its operands. */
export function holdsFunction(name: string, [first, second]: readonly Given[]): boolean {
  return functions[name]?.(first, second) ?? false;
}

function beginsWith(value: Given, beginning: Given): boolean {
  if (value?.S !== undefined && beginning?.S !== undefined) return value.S.startsWith(beginning.S);
  if (value?.B === undefined || beginning?.B === undefined) return false;
  const [all, first] = [Buffer.from(value.B, 'base64'), Buffer.from(beginning.B, 'base64')];
  return all.subarray(0, first.length).equals(first);
}

function contains(value: Given, part: Given): boolean {
  if (value === undefined || part === undefined) return false;
  if (value.L) return value.L.some(element => isSame(element, part));
  if (value.S !== undefined) return part.S !== undefined && value.S.includes(part.S);
  if (value.SS) return part.S !== undefined && value.SS.includes(part.S);
  if (value.NS) return part.N !== undefined && value.NS.includes(part.N);
  if (value.BS) return part.B !== undefined && value.BS.includes(part.B);
  return false;
}

/** The size of a value as a number, of what has one. */
export function sizeAsValue(value: Given): Given {
  if (value === undefined) return undefined;
  const size =
    value.S?.length ??
    value.L?.length ??
    elementsOf(value)?.length ??
    (value.M && Object.keys(value.M).length) ??
    (value.B === undefined ? undefined : Buffer.byteLength(value.B, 'base64'));
  return size === undefined ? undefined : { N: String(size) };
}
