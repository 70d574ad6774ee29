import { describe, expect, it } from 'vitest';
import { readSheet } from '../../../../functions/intake/item/sheet.ts';

describe('a sheet', () => {
  it('is read as Excel writes it: mark, quotes, line ends in cells, blank rows', () => {
    const text =
      '\uFEFFDate,Notes,\r\n01/02/2025,"He said ""no"",\r\nthen left",\r\n\r\n,,\r\n02/02/2025,5" pipe,\r\n';
    expect(readSheet(text)).toEqual({
      ok: true,
      items: [
        { row: 2, item: { Date: '01/02/2025', Notes: 'He said "no",\r\nthen left' } },
        { row: 5, item: { Date: '02/02/2025', Notes: '5" pipe' } },
      ],
    });
  });

  it.each(['\n', '\r\n', '\r'])('ends its lines with %j', end => {
    expect(readSheet(['a,b', '1,2', '3,4'].join(end))).toMatchObject({
      items: [
        { row: 2, item: { a: '1', b: '2' } },
        { row: 3, item: { a: '3', b: '4' } },
      ],
    });
  });

  it('keeps what a cell says: zeros, spaces within, signs', () => {
    expect(readSheet('ref,n\n00047104, a  b \n')).toMatchObject({
      items: [{ item: { ref: '00047104', n: 'a  b' } }],
    });
  });

  it('reads a row without its empty last cells, and takes a longer one for a problem of that row', () => {
    expect(readSheet('a,b,c\n1,2\n1,2,3,4\n1,2,3\n1,2,3,\n')).toMatchObject({
      items: [
        { row: 2, item: { a: '1', b: '2', c: '' } },
        { row: 3, problems: [{ expected: 'at most 3 cells', received: '4 cells' }] },
        { row: 4, item: { a: '1', b: '2', c: '3' } },
        { row: 5, item: { a: '1', b: '2', c: '3' } },
      ],
    });
  });

  it.each([
    ['nothing but blank rows', '\n,,\n', 'The sheet is empty'],
    ['a column without a heading', 'a,,c\n1,2,3', 'every column needs one'],
    ['a heading twice', 'a,b,a\n1,2,3', '“a” stands there twice'],
    ['a quote that never ends', 'a,b\n"1,2\n3,4', 'The sheet is not CSV near line'],
  ])('cannot be read with %s', (_what, text, detail) => {
    expect(readSheet(text)).toMatchObject({ ok: false, detail: expect.stringContaining(detail) });
  });
});
