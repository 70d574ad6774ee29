import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { splitSub } from './substitute.ts';

/** What an intrinsic function may ask of the stack around it. */
export interface Scope {
  /** Value of a parameter, a pseudo parameter or a resource's physical id; `undefined` for `AWS::NoValue`. */
  reference(name: string): Json | undefined;
  attribute(logicalId: string, name: string): Json;
  condition(name: string): boolean;
  mapping(map: string, key: string, second: string): Json;
  imported(exportName: string): Json;
}

type Intrinsic = (argument: Json, scope: Scope) => Json | undefined;

const intrinsics = new Map<string, Intrinsic>([
  ['Ref', (name, scope) => scope.reference(text(name, 'Ref'))],
  ['Fn::FindInMap', findInMap],
  ['Fn::GetAtt', getAttribute],
  ['Fn::If', choose],
  ['Fn::ImportValue', (name, scope) => scope.imported(text(resolveValue(name, scope), 'Fn::ImportValue'))],
  ['Fn::Join', join],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::Sub', substitute],
]);

/**
 * Resolves every intrinsic function inside a template value.
 *
 * @param value a value as the template has it
 * @param scope the stack's parameters, resources, conditions and mappings
 * @returns the plain value, or `undefined` where the template says `AWS::NoValue`
 * @throws naming the function when the runner does not know it
 */
export function resolveValue(value: Json | undefined, scope: Scope): Json | undefined {
  if (Array.isArray(value))
    return value.map(item => resolveValue(item, scope)).filter(item => item !== undefined);
  if (!isJsonObject(value)) return value;
  const [name, ...others] = Object.keys(value);
  if (name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) {
    const intrinsic = intrinsics.get(name);
    if (intrinsic === undefined)
      throw new Error(`the local runner does not know the intrinsic function ${name}`);
    return intrinsic(value[name] ?? null, scope);
  }
  return resolveObject(value, scope);
}

function findInMap(argument: Json, scope: Scope): Json {
  const [map, key, second] = texts(argument, scope, 'Fn::FindInMap');
  return scope.mapping(map ?? '', key ?? '', second ?? '');
}

function getAttribute(argument: Json, scope: Scope): Json {
  const path = Array.isArray(argument)
    ? texts(argument, scope, 'Fn::GetAtt')
    : text(argument, 'Fn::GetAtt').split('.');
  const [logicalId, ...attribute] = path;
  return scope.attribute(logicalId ?? '', attribute.join('.'));
}

function choose(argument: Json, scope: Scope): Json | undefined {
  if (!Array.isArray(argument)) throw new Error('Fn::If wants [condition, then, else]');
  const [name, whenTrue, whenFalse] = argument;
  return resolveValue(scope.condition(text(name, 'Fn::If')) ? whenTrue : whenFalse, scope);
}

function join(argument: Json, scope: Scope): Json {
  const [separator, parts] = list(argument, scope, 'Fn::Join');
  return texts(parts, scope, 'Fn::Join').join(text(separator, 'Fn::Join'));
}

function select(argument: Json, scope: Scope): Json {
  const [index, choices] = list(argument, scope, 'Fn::Select');
  const chosen = list(choices, scope, 'Fn::Select')[Number(index)];
  if (chosen === undefined) throw new Error(`Fn::Select has no element ${String(index)}`);
  return chosen;
}

function split(argument: Json, scope: Scope): Json {
  const [separator, whole] = texts(argument, scope, 'Fn::Split');
  return (whole ?? '').split(separator ?? '');
}

function substitute(argument: Json, scope: Scope): string {
  const [template, given] = Array.isArray(argument) ? argument : [argument];
  const local = isJsonObject(given) ? resolveObject(given, scope) : {};
  const parts = splitSub(text(template, 'Fn::Sub')).map(part => {
    if ('text' in part) return part.text;
    if (Object.hasOwn(local, part.name)) return text(local[part.name], 'Fn::Sub');
    const [logicalId = '', ...attribute] = part.name.split('.');
    const value =
      attribute.length > 0 ? scope.attribute(logicalId, attribute.join('.')) : scope.reference(part.name);
    return text(value, `Fn::Sub of ${part.name}`);
  });
  return parts.join('');
}

/** Resolves each member of an object, leaving out those that are `AWS::NoValue`. */
export function resolveObject(value: JsonObject, scope: Scope): JsonObject {
  const resolved: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value)) {
    const plain = resolveValue(member, scope);
    if (plain !== undefined) resolved[key] = plain;
  }
  return resolved;
}

function list(argument: Json | undefined, scope: Scope, name: string): readonly Json[] {
  const resolved = resolveValue(argument, scope);
  if (!Array.isArray(resolved)) throw new Error(`${name} wants a list, not ${JSON.stringify(argument)}`);
  return resolved;
}

function texts(argument: Json | undefined, scope: Scope, name: string): string[] {
  return list(argument, scope, name).map(item => text(item, name));
}

function text(value: Json | undefined, name: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new Error(`${name} wants a string, not ${JSON.stringify(value)}`);
}
