import { expect, it } from 'vitest';
import { shortest } from './shortest.ts';

const many = Array.from({ length: 100 }, (_, index) => index);
const generous = 1_000;

it('leaves what it takes to fail, and nothing else', async () => {
  const needed = [3, 57, 98];
  const fails = (part: readonly number[]) => Promise.resolve(needed.every(one => part.includes(one)));
  expect(await shortest(many, fails, generous)).toEqual(needed);
});

it('leaves nothing where it fails anyway', async () => {
  expect(await shortest(many, () => Promise.resolve(true), generous)).toEqual([]);
});

it('leaves everything where every member counts, and stops trying', async () => {
  let tries = 0;
  const fails = (part: readonly number[]) => {
    tries += 1;
    return Promise.resolve(part.length === many.length);
  };
  expect(await shortest(many, fails, 10)).toEqual(many);
  expect(tries).toBeLessThanOrEqual(11);
});
