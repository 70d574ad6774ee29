import { expect, it } from 'vitest';
import { encryptText } from '../../../../functions/core/encryption/cipher.ts';
import { generationIn } from '../../../../functions/core/encryption/generation.ts';
import { fixedKeyOf } from '../../../support/fixed-keys.ts';

const name = 'person/tenancy:p-1';
const text = (generation: number) => encryptText('knock twice', { name, generation, key: fixedKeyOf(name) });

it.each([
  ['a text', text(3), 3],
  ['the latest of several, wherever it is', { a: text(2), b: [{ c: text(4) }, text(3)] }, 4],
  ['what is in clear', { note: 'knock twice', times: 2, until: null, by: undefined }, 1],
  ['what only looks encrypted', 'encrypted:v1:of no form', 1],
])('%s is of the highest generation of its keys, the first where it has none', (_what, value, generation) => {
  expect(generationIn(value)).toBe(generation);
});
