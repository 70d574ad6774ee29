import { isJsonObject, type Json } from '../json.ts';
import { compileCidr } from './cidr.ts';
import type { Leaf } from './leaves.ts';
import { compileNumeric } from './numeric.ts';
import { compileWildcard } from './wildcard.ts';

/** A test of one leaf. */
type LeafTest = (value: Leaf['value']) => boolean;

/** What one element of a field's list asks for. */
export type Matcher = { readonly kind: 'leaf'; readonly test: LeafTest } | { readonly kind: 'absent' };

type Compile = (argument: Json) => LeafTest;

const stringOperators = new Map<string, (argument: string) => (value: string) => boolean>([
  ['prefix', argument => value => value.startsWith(argument)],
  ['suffix', argument => value => value.endsWith(argument)],
  ['equals-ignore-case', argument => value => fold(value) === fold(argument)],
  ['wildcard', compileWildcard],
  ['cidr', compileCidr],
]);

const operators = new Map<string, Compile>([
  ...[...stringOperators.keys()].map((name): [string, Compile] => [
    name,
    argument => onString(name, argument),
  ]),
  ['numeric', onNumber],
  ['exists', () => () => true],
  ['anything-but', anythingBut],
]);

/**
 * Compiles one element of a field's list: a literal or an operator.
 *
 * @param element such as `"open"`, `5`, `{ "prefix": "urn:" }`
 * @throws naming the operator when event-ruler, or this matcher, does not know it
 */
export function compileMatcher(element: Json): Matcher {
  if (!isJsonObject(element)) return { kind: 'leaf', test: value => value === literal(element) };
  const [name, argument] = soleEntry(element);
  if (name === 'exists' && typeof argument !== 'boolean') throw new Error('exists wants true or false');
  if (name === 'exists' && argument === false) return { kind: 'absent' };
  const compile = operators.get(name);
  if (compile === undefined) throw new Error(`unknown operator ${name}`);
  return { kind: 'leaf', test: compile(argument) };
}

function onNumber(argument: Json): LeafTest {
  const test = compileNumeric(argument);
  return value => typeof value === 'number' && test(value);
}

function onString(name: string, argument: Json): LeafTest {
  const compile = stringOperators.get(name);
  if (compile === undefined) throw new Error(`unknown operator ${name}`);
  if (isJsonObject(argument) && (name === 'prefix' || name === 'suffix')) return ignoringCase(name, argument);
  if (typeof argument !== 'string')
    throw new Error(`${name} wants a string, not ${JSON.stringify(argument)}`);
  const test = compile(argument);
  return value => typeof value === 'string' && test(value);
}

function ignoringCase(name: 'prefix' | 'suffix', argument: Json): LeafTest {
  const [inner, text] = soleEntry(argument);
  if (inner !== 'equals-ignore-case' || typeof text !== 'string') {
    throw new Error(
      `${name} takes a string or { "equals-ignore-case": string }, not ${JSON.stringify(argument)}`,
    );
  }
  const sought = fold(text);
  return value =>
    typeof value === 'string' &&
    (name === 'prefix' ? fold(value).startsWith(sought) : fold(value).endsWith(sought));
}

/** Matches a leaf that is there and is none of the values, or matches none of the nested operator's arguments. */
function anythingBut(argument: Json): LeafTest {
  if (isJsonObject(argument)) {
    const [name, nested] = soleEntry(argument);
    if (!stringOperators.has(name) || name === 'cidr') throw new Error(`anything-but does not take ${name}`);
    const tests = homogeneous(nested, ['string']).map(text => onString(name, text));
    return value => !tests.some(test => test(value));
  }
  const values: readonly Json[] = homogeneous(argument, ['string', 'number']);
  return value => !values.includes(value);
}

function homogeneous(argument: Json, types: readonly string[]): readonly Json[] {
  const values: readonly Json[] = Array.isArray(argument) ? argument : [argument];
  const type = typeof values[0];
  if (!types.includes(type) || values.some(value => typeof value !== type)) {
    throw new Error(`anything-but wants only ${types.join('s or only ')}s, not ${JSON.stringify(argument)}`);
  }
  return values;
}

function literal(element: Json): Leaf['value'] {
  if (Array.isArray(element)) throw new Error('a list inside a list of values is not a pattern');
  return element as Leaf['value'];
}

function soleEntry(value: Json): [string, Json] {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1)
    throw new Error(`one operator only: ${JSON.stringify(value)}`);
  return entry;
}

function fold(text: string): string {
  return text.toLowerCase();
}
