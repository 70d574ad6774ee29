import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearReference } from '../../../../functions/core/identity/near-reference.ts';

it.each([
  ['00047104', '47104'],
  ['R-00088121', 'r 88121'],
  ['LFA-0612', 'lfa612'],
  ['C-5521/a', 'c5521A'],
  ['10-05', '10 5'],
  ['000', '0'],
])('%s is near %s', (one, other) => {
  expect(nearReference(one)).toBe(nearReference(other));
});

it.each([
  ['10-5', '105'],
  ['R-100', 'R-1'],
  ['R-7', 'C-7'],
])('%s is not near %s', (one, other) => {
  expect(nearReference(one)).not.toBe(nearReference(other));
});

it('is the same for what is left of a reference, and for more zeros before its numbers', () => {
  const parts = fc.array(fc.oneof(fc.constantFrom('R', 'LFA', '-', '/', ' '), fc.nat().map(String)));
  void fc.assert(
    fc.property(parts, some => {
      const near = nearReference(some.join(''));
      expect(nearReference(near)).toBe(near);
      const padded = some.join('').replace(/(?<!\d)(?=\d)/g, '00');
      expect(nearReference(padded)).toBe(near);
    }),
  );
});
