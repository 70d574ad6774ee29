import { invalid, invalidParameter } from '../errors.ts';
import { type Item, type TypeName, typeOf, type Value } from './attribute-value.ts';
import { canonicalNumber } from './number.ts';

const deepest = 32;

/** An item or map of a request as it is stored: numbers as DynamoDB prints them. @throws where it holds what cannot be. */
export function checkedItem(item: Item, depth = 0): Item {
  const stored: Record<string, Value> = {};
  for (const name of Object.keys(item)) stored[name] = checkedValue(item[name] ?? {}, depth);
  return stored;
}

/** A value of a request as it is stored. */
function checkedValue(value: Value, depth = 0): Value {
  const types = Object.keys(value);
  if (types.length === 0)
    throw invalid('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
  if (types.length > 1)
    throw invalid(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    );
  return checkers[typeOf(value)](value, depth);
}

const asItIs = (value: Value) => value;

const checkers: Readonly<Record<TypeName, (value: Value, depth: number) => Value>> = {
  S: asItIs,
  B: asItIs,
  BOOL: asItIs,
  NULL(value) {
    if (value.NULL !== true) throw invalidParameter('Null attribute value types must have the value of true');
    return value;
  },
  N: ({ N = '' }) => ({ N: canonicalNumber(N) }),
  M: ({ M = {} }, depth) => ({ M: checkedItem(M, deeper(depth)) }),
  L: ({ L = [] }, depth) => ({ L: L.map(element => checkedValue(element, deeper(depth))) }),
  SS: ({ SS = [] }) => ({ SS: checkedSet(SS, 'string') }),
  NS: ({ NS = [] }) => ({ NS: checkedSet(NS.map(canonicalNumber), 'number') }),
  BS: ({ BS = [] }) => ({ BS: checkedSet(BS, 'binary') }),
};

function deeper(depth: number): number {
  if (depth >= deepest)
    throw invalid('Nesting Levels have exceeded supported limits: Attributes have nesting that exceeds 32');
  return depth + 1;
}

function checkedSet(elements: readonly string[], kind: string): readonly string[] {
  if (elements.length === 0) throw invalidParameter(`An ${kind} set  may not be empty`);
  if (new Set(elements).size < elements.length)
    throw invalidParameter(`Input collection [${elements.join(', ')}] contains duplicates.`);
  return elements;
}
