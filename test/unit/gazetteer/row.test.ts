import { expect, it } from 'vitest';
import { headingProblems, readPlace } from '../../../functions/gazetteer/row.ts';

const row = { uprn: '000000471104', address: 'Flat 4, Larch House', postcode: 'se15 4pt' };

it('reads a place; references stay text and several are parted', () => {
  const read = readPlace({
    ...row,
    block_uprn: '471100',
    floor: '0',
    stack: '',
    repairs_reference: ' 00047104 | 00099104|00047104',
    tenancy_reference: '',
  });
  expect(read).toEqual({
    ok: true,
    place: {
      uprn: '471104',
      status: 'approved',
      address: 'Flat 4, Larch House',
      postcode: 'SE15 4PT',
      blockUprn: '471100',
      floor: '0',
      references: { repairs: ['00047104', '00099104'] },
    },
  });
});

it('tells everything that is wrong at once', () => {
  expect(readPlace({ uprn: 'x', address: ' ', postcode: 'SE', block_uprn: 'y' })).toEqual({
    ok: false,
    problems: [
      'uprn is not a UPRN of 1 to 12 digits',
      'block_uprn is not a UPRN of 1 to 12 digits',
      'address is empty',
      'postcode is not a whole postcode',
    ],
  });
  expect(readPlace({ ...row, block_uprn: '471104' })).toMatchObject({
    problems: ['block_uprn is the home’s own UPRN'],
  });
});

it('allows a place without a postcode', () => {
  expect(readPlace({ ...row, postcode: '' })).toMatchObject({ place: { postcode: '' } });
});

it('knows which headings belong there', () => {
  expect(headingProblems(['uprn', 'address', 'postcode', 'floor', 'housing-benefit_reference'])).toEqual([]);
  expect(headingProblems(['uprn', 'address', 'postcode', 'postcode', 'Repairs_reference', 'notes'])).toEqual([
    'the column "Repairs_reference" is not known',
    'the column "notes" is not known',
    'the column postcode stands there twice',
  ]);
});
