import type { Random } from '../../bench/support/random.ts';
import type { Value } from '../dynamodb/values/attribute-value.ts';
import type { Pools } from './pools.ts';
import type { Body } from './request.ts';

/** Makes up expressions beyond those of the hub, with everything that the language has. */
export function makeFreeExpressions(pools: Pools, random: Random) {
  const names: Record<string, string> = {};
  const values: Record<string, Value> = {};

  function attribute(among: readonly string[] = pools.attributes): string {
    const name = random.pick([...among, 'lease', 'version', 'list', 'set', 'count']);
    const placeholder = `#n${Object.keys(names).length}`;
    names[placeholder] = name;
    return placeholder;
  }
  function path(among = pools.attributes): string {
    const step = random.below(9);
    if (step === 2) return `${attribute(among)}[0].${attribute(among)}`;
    if (step === 0) return `${attribute(among)}.${attribute(among)}`;
    return step === 1 ? `${attribute(among)}[${random.below(3)}]` : attribute(among);
  }
  /** Not a key of an index: DynamoDB Local stores a number there when it is the outcome of an expression. */
  const target = () => path(pools.changeable);
  function value(given?: Value): string {
    const placeholder = `:v${Object.keys(values).length}`;
    values[placeholder] = given ?? pools.valueFor(random, random.pick(pools.attributes));
    return placeholder;
  }
  const number = () => value(random.pick([{ N: '1' }, { N: '-2.5' }, { N: '0.10' }, { N: '1E+20' }]));
  const set = () =>
    value(random.pick([{ SS: ['a', 'c'] }, { NS: ['1', '7'] }, { BS: ['AAEC'] }, { N: '3' }]));
  const operand = () => random.pick([path, value, () => `size(${path()})`])();
  const list = () => value({ L: [{ S: 'x' }, { N: '2' }] });

  const simple = [
    () => `${operand()} ${random.pick(['=', '<>', '<', '<=', '>', '>='])} ${operand()}`,
    () => `${path()} BETWEEN ${operand()} AND ${operand()}`,
    () => `${path()} IN (${value()}, ${value()}, ${operand()})`,
    () => `attribute_exists(${path()})`,
    () => `attribute_not_exists(${path()})`,
    () =>
      `attribute_type(${path()}, ${value(random.pick([{ S: 'S' }, { S: 'N' }, { S: 'M' }, { S: 'SS' }]))})`,
    () => `begins_with(${path()}, ${value()})`,
    () => `contains(${path()}, ${operand()})`,
  ];
  function condition(depth = 2): string {
    if (depth === 0 || random.below(3) === 0) return random.pick(simple)();
    return random.pick([
      () => `${condition(depth - 1)} AND ${condition(depth - 1)}`,
      () => `${condition(depth - 1)} or ${condition(depth - 1)}`,
      () => `NOT ${condition(depth - 1)}`,
      () => `(${condition(depth - 1)})`,
    ])();
  }
  const assignments = [
    () => `${target()} = ${value()}`,
    () => `${target()} = ${target()}`,
    () => `${target()} = ${target()} + ${number()}`,
    () => `${target()} = ${number()} - ${number()}`,
    () => `${target()} = if_not_exists(${target()}, ${number()}) + ${number()}`,
    () => `${target()} = list_append(if_not_exists(${target()}, ${list()}), ${list()})`,
    () => `${target()} = list_append(${target()}, ${list()})`,
  ];
  const clauses = [
    () => `SET ${random.pick(assignments)()}, ${random.pick(assignments)()}`,
    () => `SET ${random.pick(assignments)()}`,
    () => `REMOVE ${target()}, ${target()}`,
    () => `ADD ${target()} ${random.pick([number, set])()}`,
    () => `DELETE ${target()} ${set()}`,
  ];
  const update = () => Array.from({ length: 1 + random.below(2) }, () => random.pick(clauses)()).join(' ');

  /** A request with some of these expressions and the placeholders that they use. */
  function body(expressions: Body): Body {
    return {
      ...expressions,
      ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    };
  }
  return { condition, update, path, body };
}
