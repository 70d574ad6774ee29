import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundedKey } from '../../../../functions/core/identity/bounded-key.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

it('leaves a text that fits as it is, and makes any other fit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), text => {
      const key = boundedKey(text);
      expect(bytes(key)).toBeLessThanOrEqual(400);
      if (bytes(text) <= 400) expect(key).toBe(text);
    }),
  );
});

it('tells long texts apart that begin alike', () => {
  const long = 'BOULEVARD '.repeat(100);
  expect(boundedKey(`${long}1`)).not.toBe(boundedKey(`${long}2`));
  expect(boundedKey(`${long}1`)).toBe(boundedKey(`${long}1`));
});
