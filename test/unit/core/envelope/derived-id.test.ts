import { expect, it } from 'vitest';
import { derivedId } from '../../../../functions/core/envelope/derived-id.ts';

it('is the same for equal parts, in whatever order their fields stand, and for ever', () => {
  expect(derivedId('leaks', { a: 1, b: [2] })).toBe(derivedId('leaks', { b: [2], a: 1 }));
  expect(derivedId('leaks', 1)).toBe('7484096a-6876-565f-9634-38e30e669334');
});

it('tells parts from each other, and one part from two', () => {
  const ids = [
    derivedId('a', 'b'),
    derivedId('ab'),
    derivedId('b', 'a'),
    derivedId(['a', 'b']),
    derivedId('a', null),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

it('cannot be derived from a cycle', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect(() => derivedId(cycle)).toThrow();
});
