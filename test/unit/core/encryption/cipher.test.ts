import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptText, encryptText, keyNameIn } from '../../../../functions/core/encryption/cipher.ts';
import { encryptedLength, isEncrypted, personalText } from '../../../../schemas/encrypted.ts';
import { fixedKeyOf } from '../../../support/fixed-keys.ts';

const name = 'person/tenancy:7d1f3c1e';
const key = { name, generation: 1, key: fixedKeyOf(name) };
const said = 'Mrs Example is deaf: knock twice';
const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });

it('a text comes back from what it was encrypted to, whatever is in it', () => {
  fc.assert(
    fc.property(texts, text => {
      const encrypted = encryptText(text, key);
      expect(isEncrypted(encrypted)).toBe(true);
      expect(decryptText(encrypted, key)).toBe(text.toWellFormed());
      expect(keyNameIn(encrypted)).toEqual({ name, generation: 1 });
    }),
  );
});

it('the same text under the same key is the same, under another it is not, and neither holds a word of it', () => {
  expect(encryptText(said, key)).toBe(encryptText(said, key));
  expect(encryptText(said, { ...key, key: fixedKeyOf('another') })).not.toBe(encryptText(said, key));
  expect(encryptText(said, key)).not.toMatch(/Example|deaf/);
});

it('is never longer than a limit allows for, however the name is written', () => {
  const longest = { ...key, name: `person/${'s'.repeat(31)}:${'k'.repeat(64)}`, generation: 999_999 };
  for (const text of ['a', '–'.repeat(4000), '🜂'.repeat(2000)]) {
    const encrypted = encryptText(text, longest);
    expect(encrypted.length).toBeLessThanOrEqual(encryptedLength(Buffer.byteLength(text)));
    expect(personalText(4000).safeParse(encrypted).success).toBe(true);
  }
  expect(personalText(4000).safeParse('a'.repeat(4001)).success).toBe(false);
});

describe('nobody reads', () => {
  const encrypted = encryptText(said, key);
  const [, , generation, bytes = '', ...rest] = encrypted.split(':');

  it.each([
    ['with another key', { ...key, key: fixedKeyOf('another') }, encrypted],
    ['with a key of another generation', { ...key, generation: 2 }, encrypted],
    ['with the key of somebody else, though it is the same', { ...key, name: 'person/x:1' }, encrypted],
    ['what was never encrypted', key, said],
    [
      'what was changed',
      key,
      ['encrypted:v1', generation, bytes.replace(/^./, one => (one === 'A' ? 'B' : 'A')), ...rest].join(':'),
    ],
    [
      'what was moved under another key’s name',
      { ...key, name: 'person/x:1' },
      encrypted.replace(name, 'person/x:1'),
    ],
    ['what only looks like it', key, 'encrypted:v1:1:AA:person/x:1'],
  ])('%s', (_how, other, text) => {
    expect(decryptText(text, other)).toBeUndefined();
  });
});
