import { describe, expect, it, test } from 'vitest';
import {
  cellsOf,
  columnsOf,
  optionalCell,
  requiredCell,
} from '../../../../functions/adapters/kit/headers.ts';

const columns = columnsOf({
  flat: ['Flat', 'Flat no.'],
  date: ['Date', 'Date of visit'],
  near: ['Near electrics?'],
});
const upper = {
  read: (text: string) => (text === 'bad' ? undefined : text.toUpperCase()),
  expected: 'anything but bad',
};

function cells(row: Parameters<typeof cellsOf>[0]) {
  const read = cellsOf(row, columns);
  if (!read.ok) throw new Error('The row cannot be read');
  return read.value;
}

describe('the headings of a sheet', () => {
  test.each(['Flat', 'FLAT', ' flat ', 'Flat no.', 'Flat No', 'flat_no', 'FlatNo', 'Flat\u00a0no'])(
    '%o is the flat',
    heading => {
      expect(cells({ [heading]: '4' }).get('flat')).toEqual({ heading, text: '4' });
    },
  );

  it('leaves aside what it does not know and what is empty', () => {
    const row = {
      Flat: ' 4 ',
      Colour: 'amber',
      Date: '  ',
      'Near electrics': null,
      toString: 'x',
      __proto__: 'x',
    };
    expect([...cells(row)]).toEqual([['flat', { heading: 'Flat', text: '4' }]]);
  });

  it('takes typed cells of JSON as their text', () => {
    const row = cells({ Flat: 4, 'Near electrics?': false });
    expect([row.get('flat')?.text, row.get('near')?.text]).toEqual(['4', 'false']);
  });

  it('takes two headings of one column only where they agree', () => {
    expect(cells({ Date: '2/6/2025', 'Date of visit': '2/6/2025' }).get('date')?.text).toBe('2/6/2025');
    expect(cellsOf({ Date: '2/6/2025', 'Date of visit': '3/6/2025' }, columns)).toEqual({
      ok: false,
      problems: [
        {
          path: 'Date of visit',
          message: '“Date” and “Date of visit” mean the same column and their cells differ',
          expected: 'one of the two',
        },
      ],
    });
  });
});

describe('a cell', () => {
  it('that is needed and missing is a problem with the spellings of its heading', () => {
    expect(requiredCell(columns, cells({}), 'flat', upper)).toEqual({
      ok: false,
      problems: [
        {
          path: 'Flat',
          message: 'The row has nothing under “Flat”',
          expected: 'a filled column headed “Flat” or “Flat no.”',
        },
      ],
    });
    expect(optionalCell(cells({}), 'flat', upper)).toEqual({ ok: true, value: undefined });
  });

  it('that cannot be read is a problem under the sender’s own heading, without the value', () => {
    expect(optionalCell(cells({ 'FLAT NO': 'bad' }), 'flat', upper)).toEqual({
      ok: false,
      problems: [{ path: 'FLAT NO', message: '“FLAT NO” cannot be read', expected: 'anything but bad' }],
    });
  });

  it('tells back a value only where its reader says that it may', () => {
    const code = { ...upper, received: (text: string) => text };
    const reading = requiredCell(columns, cells({ Flat: 'bad' }), 'flat', code);
    expect(reading).toMatchObject({ problems: [{ received: 'bad' }] });
  });
});
