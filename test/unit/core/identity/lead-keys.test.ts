import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../../functions/core/identity/address.ts';
import { type LeadKey, leadKeysOf } from '../../../../functions/core/identity/lead-keys.ts';
import { lookUpsFor, maximumLookUps } from '../../../../functions/core/identity/look-ups.ts';

const shown = (keys: readonly LeadKey[]) => keys.map(({ partition, sort }) => `${partition}|${sort}`);

describe('a home is found', () => {
  it.each([
    [
      'by its building and its street with its number, either half of the name, and its postcode',
      ['Flat 4, Larch House, Linden Road, London', 'SE15 4PT'],
      [
        ...['PREMISES#LARCH HOUSE|4 ', 'PREMISES#LINDEN ROAD|4 '],
        ...['NEAR#4#LA-|', 'NEAR#4#-CH|', 'POSTCODE#SE15 4PT|'],
      ],
    ],
    [
      'as 12A where it is flat A of 12',
      ['Flat A, 12 Elm Road', 'SE15 5QA'],
      [
        ...['PREMISES#12 ELM ROAD|A ', 'PREMISES#12A ELM ROAD| '],
        ...['NEAR#12#EL-|', 'NEAR#12#-LM|', 'POSTCODE#SE15 5QA|'],
      ],
    ],
    [
      'as flat A of 12 where it is 12A, and without a postcode that is none',
      ['12A Elm Road', 'not known'],
      ['PREMISES#12A ELM ROAD| ', 'PREMISES#12 ELM ROAD|A ', 'NEAR#12#EL-|', 'NEAR#12#-LM|'],
    ],
    [
      'by the number of its building in the street too',
      ['Larch House, 20 Linden Road', ''],
      ['PREMISES#LARCH HOUSE| ', 'PREMISES#20 LINDEN ROAD| ', 'NEAR#20#LI-|', 'NEAR#20#-EN|'],
    ],
    [
      'by no half of a name where nothing in it has a number',
      ['Larch House', ''],
      ['PREMISES#LARCH HOUSE| '],
    ],
    [
      'by no other flat’s letter: flat 12B of 3 is not 3B',
      ['Flat 12B, 3 Oak Road', ''],
      [...['PREMISES#3 OAK ROAD|12B ', 'NEAR#3#OA-|', 'NEAR#3#-AK|']],
    ],
    [
      'by its letter where it has no number',
      ['Flat C, Larch House', ''],
      [...['PREMISES#LARCH HOUSE|C ', 'NEAR#C#LA-|', 'NEAR#C#-CH|']],
    ],
    ['by its postcode alone where its address says nothing', ['', 'se154pt'], ['POSTCODE#SE15 4PT|']],
  ] as const)('%s', (_how, [address, postcode], keys) => {
    expect(shown(leadKeysOf({ address, postcode }))).toEqual(keys);
  });
});

describe('for an address is looked up', () => {
  it.each([
    [
      'what is written, then what is misspelt and the whole building',
      'Flat 4, Larch House, Linden Road, SE15 4PT',
      ['POSTCODE#SE15 4PT|', 'PREMISES#LARCH HOUSE|4 ', 'PREMISES#LINDEN ROAD|4 '],
      ['NEAR#4#LA-|', 'NEAR#4#-CH|', 'NEAR#4#LI-|', 'NEAR#4#-EN|', 'PREMISES#LARCH HOUSE|'],
    ],
    [
      'what names a building or a street before a locality',
      'Peckham, Larch House, Flat 4',
      ['PREMISES#LARCH HOUSE|4 ', 'PREMISES#PECKHAM|4 '],
      ['NEAR#4#LA-|', 'NEAR#4#-CH|', 'NEAR#4#PE-|', 'NEAR#4#-AM|', 'PREMISES#LARCH HOUSE|'],
    ],
    [
      'a number before a building as that of a flat in it, and as that of the building',
      '4 Larch House',
      ['PREMISES#LARCH HOUSE|4 ', 'PREMISES#4 LARCH HOUSE|'],
      ['NEAR#4#LA-|', 'NEAR#4#-CH|', 'PREMISES#LARCH HOUSE|'],
    ],
    [
      'a number before a street as that of a house, with all its flats',
      '12 Elm Road',
      ['PREMISES#12 ELM ROAD|'],
      ['NEAR#12#EL-|', 'NEAR#12#-LM|', 'PREMISES#12 ELM ROAD|'],
    ],
    [
      'a number without a name as that of a flat',
      '4, 12 Elm Road',
      ['PREMISES#12 ELM ROAD|4 '],
      ['NEAR#12#EL-|', 'NEAR#12#-LM|', 'PREMISES#12 ELM ROAD|'],
    ],
    [
      'a number after a name as part of it, and as that of a flat',
      'Block 2',
      ['PREMISES#BLOCK 2|', 'PREMISES#BLOCK|2 '],
      ['NEAR#2#BL-|', 'NEAR#2#-CK|', 'PREMISES#BLOCK|'],
    ],
    [
      'three names at the most',
      'Elm Road, Oak Lane, Ash Close, Larch House',
      ['PREMISES#ELM ROAD|', 'PREMISES#OAK LANE|', 'PREMISES#ASH CLOSE|'],
      ['PREMISES#ELM ROAD|'],
    ],
    ['nothing where nothing is said', '', [], []],
  ])('%s', (_what, address, exact, wider) => {
    const lookUps = lookUpsFor(readAddress(address));
    expect([shown(lookUps.exact), shown(lookUps.wider)]).toEqual([exact, wider]);
  });

  it('eight times at the most, what is written first', () => {
    const { exact, wider } = lookUpsFor(readAddress('1 Larch House, 2 Oak House, 3 Elm House, SE15 4PT'));
    expect(exact).toHaveLength(7);
    expect(exact.length + wider.length).toBe(maximumLookUps);
  });
});
