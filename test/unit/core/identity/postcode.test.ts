import { describe, expect, it } from 'vitest';
import { normalisePostcode, takePostcode } from '../../../../functions/core/identity/postcode.ts';
import { comparePostcodes } from '../../../../functions/core/identity/postcode-likeness.ts';

describe('normalisePostcode', () => {
  it.each([
    ['se154pt', 'SE15 4PT'],
    ['SE15 4PT', 'SE15 4PT'],
    [' e8  1nt ', 'E8 1NT'],
    ['SE15 OPT', 'SE15 0PT'],
  ])('spells %s as %s', (text, postcode) => {
    expect(normalisePostcode(text)).toBe(postcode);
  });

  it.each(['SE15', '', 'SE15 4P', 'London SE15 4PT'])('does not take %j for a postcode', text => {
    expect(normalisePostcode(text)).toBeUndefined();
  });
});

describe('takePostcode', () => {
  it.each([
    ['4 LARCH HOUSE SE15 4PT', 'SE15 4PT'],
    ['4 LARCH HOUSE, SE154PT, LONDON', 'SE15 4PT'],
    ['4 LARCH HOUSE SE 15 4PT', 'SE15 4PT'],
    ['4 LARCH HOUSE, SEI5 4PT', 'SE15 4PT'],
    ['4 LARCH HOUSE, SE1O OPT', 'SE10 0PT'],
    ['E8 1NT, 4 LARCH HOUSE', 'E8 1NT'],
  ])('finds the postcode of %s', (address, postcode) => {
    expect(takePostcode(address)).toMatchObject({ postcode });
  });

  it.each([
    ['4 LARCH HOUSE SE15', 'SE15'],
    ['4 LARCH HOUSE, E8, LONDON', 'E8'],
    ['4 LARCH HOUSE SE15 4P', 'SE15'],
  ])('finds the district of %s', (address, outcode) => {
    const taken = takePostcode(address);
    expect(taken).toMatchObject({ outcode });
    expect(taken.postcode).toBeUndefined();
  });

  it.each([
    'FLAT 7, ELDER POINT, MILL LANE',
    'LARCH HOUSE, FLAT E1',
    'FLAT NO 1 OLD TANNERY',
    'ALDER CT 12 3RD AVENUE',
    'E8',
  ])('takes nothing of %s for one', address => {
    expect(takePostcode(address)).toEqual({ rest: address });
  });
});

describe('comparePostcodes', () => {
  const home = { postcode: 'SE15 4PT', outcode: 'SE15' };
  it.each([
    ['SE15 4PT', 'same'],
    ['SE15 4XB', 'sector'],
    ['SE5 4PT', 'slip'],
    ['M1 1AA', 'different'],
  ] as const)('%s is %s', (postcode, likeness) => {
    expect(comparePostcodes({ postcode, outcode: postcode.split(' ')[0] ?? '' }, home)).toBe(likeness);
  });

  it('compares a district, and nothing where there is nothing', () => {
    expect(comparePostcodes({ outcode: 'SE15' }, home)).toBe('outcode');
    expect(comparePostcodes({ outcode: 'SE16' }, home)).toBe('different');
    expect(comparePostcodes({}, home)).toBe('not said');
    expect(comparePostcodes(home, {})).toBe('not said');
  });
});
