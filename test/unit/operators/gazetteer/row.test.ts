import { describe, expect, it } from 'vitest';
import { readRow } from '../../../../functions/operators/gazetteer/row.ts';

const row = { uprn: '000000471104', address: 'Flat 4, Larch House', postcode: 'se15 4pt' };

it('reads a place; references stay text and several are parted', () => {
  const read = readRow({
    ...row,
    parent_uprn: '471100',
    floor: '0',
    stack: '',
    usrn: '20400123',
    repairs_reference: ' 00047104 | 00099104|00047104',
    tenancy_reference: '',
  });
  expect(read).toEqual({
    ok: true,
    kind: 'approved',
    place: {
      uprn: '471104',
      status: 'approved',
      address: 'Flat 4, Larch House',
      postcode: 'SE15 4PT',
      usrn: '20400123',
      blockUprn: '471100',
      floor: '0',
      references: { repairs: ['00047104', '00099104'] },
    },
  });
});

it('tells everything that is wrong at once', () => {
  expect(
    readRow({
      ...{ uprn: 'x', address: ' ', postcode: 'SE', parent_uprn: 'y', usrn: '2.04E+7', logical_status: '9' },
      successor_uprn: '1',
    }),
  ).toEqual({
    ok: false,
    uprn: undefined,
    problems: [
      'uprn is not a UPRN of 1 to 12 digits',
      'address is empty',
      'postcode is not a whole postcode',
      'logical_status is none of 1 approved, 3 alternative, 6 provisional, 8 historic',
      'parent_uprn is not a UPRN of 1 to 12 digits',
      'usrn is not a USRN of 1 to 8 digits',
      'successor_uprn stands on a row that is not historic (logical_status 8)',
    ],
  });
});

it('tells which home a row is that cannot be used', () => {
  expect(readRow({ ...row, parent_uprn: '471104|471100' })).toEqual({
    ok: false,
    uprn: '471104',
    problems: ['parent_uprn is more than one UPRN', 'parent_uprn is the home’s own UPRN'],
  });
  expect(readRow({ ...row, logical_status: '8', successor_uprn: '471104' })).toMatchObject({
    problems: ['successor_uprn is the home’s own UPRN'],
  });
});

it('allows a place without a postcode', () => {
  expect(readRow({ ...row, postcode: '' })).toMatchObject({ place: { postcode: '' } });
});

it.each([
  ['1', 'approved', 'approved'],
  ['Approved Preferred', 'approved', 'approved'],
  ['3', 'alternative', 'approved'],
  ['6', 'provisional', 'provisional'],
  ['8', 'historic', 'retired'],
  ['historic', 'historic', 'retired'],
  ['', 'approved', 'approved'],
])('reads logical status %j as %s', (logical_status, kind, status) => {
  expect(readRow({ ...row, logical_status })).toMatchObject({ kind, place: { status } });
});

it.each(['constructor', 'toString', '__proto__', '9'])('knows no logical status %j', logical_status => {
  expect(readRow({ ...row, logical_status })).toMatchObject({
    ok: false,
    problems: ['logical_status is none of 1 approved, 3 alternative, 6 provisional, 8 historic'],
  });
});

it('keeps every home that a retired one was split up into', () => {
  const read = readRow({ ...row, logical_status: '8', successor_uprn: '471105|000000471106|471105' });
  expect(read).toMatchObject({ place: { status: 'retired', succeededBy: ['471105', '471106'] } });
});

describe('an address in parts', () => {
  const address = (parts: Record<string, string>) => {
    const read = readRow({ uprn: '1', postcode: '', ...parts });
    return read.ok ? read.place.address : read.problems;
  };

  it('is put on one line, the number of a house before its street', () => {
    const flat = {
      saon: 'FLAT 4',
      paon: 'LARCH HOUSE',
      street: 'LINDEN ROAD',
      locality: 'PECKHAM',
      town: 'LONDON',
    };
    expect(address(flat)).toBe('FLAT 4, LARCH HOUSE, LINDEN ROAD, PECKHAM, LONDON');
    expect(address({ paon: '14A', street: 'LINDEN ROAD', town: 'LONDON' })).toBe('14A LINDEN ROAD, LONDON');
    expect(address({ paon: '14 - 16', street: 'LINDEN ROAD' })).toBe('14 - 16 LINDEN ROAD');
    expect(address({ paon: 'BLOCK 4', street: 'LINDEN ROAD' })).toBe('BLOCK 4, LINDEN ROAD');
    expect(address({ paon: '1', street: 'A', locality: 'Hale', town: 'HALE' })).toBe('1 A, HALE');
  });

  it('gives way to an address that is written out', () => {
    expect(address({ address: 'The Lodge', paon: '14', street: 'LINDEN ROAD' })).toBe('The Lodge');
  });

  it('needs a house or a street', () => {
    expect(address({ saon: 'FLAT 4', town: 'LONDON' })).toEqual(['address is empty']);
  });
});
