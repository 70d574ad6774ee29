import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedKey, keyText } from '../../../schemas/key-text.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';

describe('a key', () => {
  it.each([
    ['LFA 91\u200b', 'LFA 91'],
    ['LFA\u00a091', 'LFA 91'],
    ['\ufeffLFA  91\r\n', 'LFA 91'],
    ['LFA\t91', 'LFA 91'],
    ['="LFA 92"', 'LFA 92'],
    ["'00051235", '00051235'],
    ['="00051235"', '00051235'],
    ['51236.0', '51236'],
    ['０００５１２３５', '00051235'],
    ['C\u00ad-5521\u0000', 'C-5521'],
    ['{7D1F3C1E-0B0E-4B44-9A3D-000000000007}', '7d1f3c1e-0b0e-4b44-9a3d-000000000007'],
  ])('written %j is %s', (written, key) => {
    expect(keyText(written)).toBe(key);
    expect(localReferenceSchema.parse(written)).toBe(key);
  });

  it.each(['00047104', 'R-88120', 'LARCH HO/FLAT 4', "O'Neill 3", '1.50', '3.04', 'a "b"'])(
    'written %j is left as it is',
    key => {
      expect(keyText(key)).toBe(key);
    },
  );

  it('has one spelling: read again, it is the same', () => {
    const pieces = fc.constantFrom(
      '=',
      '"',
      "'",
      ' ',
      '0',
      '.0',
      '7',
      'A',
      '\u200b',
      '\u00a0',
      'é',
      'e\u0301',
      'ﬁ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map(some => some.join('')),
    );
    fc.assert(
      fc.property(text, some => {
        expect(keyText(keyText(some))).toBe(keyText(some));
      }),
    );
  });

  it.each([
    ['lfa 91', 'LFA 91\u200b'],
    ['Larch Ho/Flat 4', '="LARCH HO/FLAT 4"'],
    ['7D1F3C1E-0B0E-4B44-9A3D-000000000007', '7d1f3c1e-0b0e-4b44-9a3d-000000000007'],
  ])('is the same in capitals or not: %j is %j', (one, other) => {
    expect(comparedKey(one)).toBe(comparedKey(other));
  });

  it('with a zero more is another', () => {
    expect(comparedKey('0091')).not.toBe(comparedKey('091'));
  });

  it('is not there where nobody can see anything', () => {
    expect(localReferenceSchema.safeParse('\u200b \ufeff').success).toBe(false);
  });
});
