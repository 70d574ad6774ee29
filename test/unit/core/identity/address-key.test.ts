import { describe, expect, it } from 'vitest';
import { addressKeyOf, normalisePostcode } from '../../../../functions/core/identity/address-key.ts';

describe('addressKeyOf', () => {
  it.each([
    ['Flat 4, Larch Hse, Linden Rd SE15', '4 LARCH HOUSE'],
    ['4 Larch House', '4 LARCH HOUSE'],
    ['FLAT 4 Larch House, Linden Road, London SE15 4PT', '4 LARCH HOUSE'],
    ['Flt. 4,  larch house', '4 LARCH HOUSE'],
    ['12A Elm Rd, SE15 4PT', '12A ELM ROAD'],
  ])('reads %s as %s', (address, key) => {
    expect(addressKeyOf(address)?.key).toBe(key);
  });

  it.each(['Larch House', '', 'the flat above number', 'Flat 4'])(
    'does not guess a home from %j',
    address => {
      expect(addressKeyOf(address)).toBeUndefined();
    },
  );

  it('keeps two flats of one house apart', () => {
    expect(addressKeyOf('14 Larch House')?.key).not.toBe(addressKeyOf('4 Larch House')?.key);
  });
});

describe('normalisePostcode', () => {
  it.each([
    ['se154pt', 'SE15 4PT'],
    ['SE15 4PT', 'SE15 4PT'],
    ['e8 1nt', 'E8 1NT'],
  ])('spells %s as %s', (text, postcode) => {
    expect(normalisePostcode(text)).toBe(postcode);
  });

  it('does not take half a postcode for a whole one', () => {
    expect(normalisePostcode('SE15')).toBeUndefined();
  });
});
