import type { Json } from '../json.ts';

const comparisons = new Map<string, (value: number, bound: number) => boolean>([
  ['=', (value, bound) => value === bound],
  ['<', (value, bound) => value < bound],
  ['<=', (value, bound) => value <= bound],
  ['>', (value, bound) => value > bound],
  ['>=', (value, bound) => value >= bound],
]);

/** event-ruler compares numbers between -5e9 and 5e9 only. */
const LIMIT = 5e9;

/**
 * Compiles a numeric match: one comparison, or a lower bound followed by an upper bound.
 *
 * @param argument such as `[">", 0, "<=", 5]`
 * @returns a test of a JSON number
 * @throws on an unknown comparison, a bound outside ±5e9 or an empty range
 */
export function compileNumeric(argument: Json | undefined): (value: number) => boolean {
  const terms = Array.isArray(argument) ? argument : [];
  if (terms.length !== 2 && terms.length !== 4)
    throw new Error(`numeric wants one or two comparisons: ${show(argument)}`);
  const [first, firstBound, second, secondBound] = terms;
  const tests = [compileTerm(first, firstBound)];
  if (terms.length === 4) {
    const isRange =
      String(first).startsWith('>') &&
      String(second).startsWith('<') &&
      Number(firstBound) < Number(secondBound);
    if (!isRange) throw new Error(`numeric wants a lower bound below an upper bound: ${show(argument)}`);
    tests.push(compileTerm(second, secondBound));
  }
  return value => Math.abs(value) <= LIMIT && tests.every(test => test(value));
}

function compileTerm(operator: Json | undefined, bound: Json | undefined): (value: number) => boolean {
  const comparison = comparisons.get(String(operator));
  if (comparison === undefined) throw new Error(`numeric does not know the comparison ${show(operator)}`);
  if (typeof bound !== 'number' || Math.abs(bound) > LIMIT)
    throw new Error(`numeric cannot compare with ${show(bound)}`);
  return value => comparison(value, bound);
}

function show(value: Json | undefined): string {
  return JSON.stringify(value) ?? 'nothing';
}
