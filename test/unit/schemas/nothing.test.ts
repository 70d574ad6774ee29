import { expect, it } from 'vitest';
import { saysNothing } from '../../../schemas/nothing.ts';

it.each([
  ...[undefined, null, '', '  ', 'N/A', 'n/a', 'None', 'NULL', 'TBC', '-', '–'],
  ...['00000000-0000-0000-0000-000000000000', '{00000000-0000-0000-0000-000000000000}'],
])('%j says nothing', value => {
  expect(saysNothing(value)).toBe(true);
});

it.each([
  0,
  false,
  [],
  '0',
  'no',
  'NA',
  'unknown',
  'None of the lights work',
  '00000000-0000-0000-0000-000000000007',
])('%j says something', value => {
  expect(saysNothing(value)).toBe(false);
});
