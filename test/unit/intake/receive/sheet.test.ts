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

  it.each([
    [';', 'Ref;Notes\n1;"a, b, c, d"\n'],
    ['tab', 'Ref\tNotes\n1\ta, b, c, d\n'],
    ['sep=', 'sep=|\r\nRef|Notes\r\n1|a, b, c, d\r\n'],
    ['quotes', 'Ref,Notes\n1,"a, b, c, d"\n'],
    ['semicolons in notes', 'Ref,Notes\n1,"a, b, c, d"\n2,x; y; z\n'],
  ])('may part its cells otherwise: %s', (_what, text) => {
    expect(readSheet(text)).toMatchObject({
      items: expect.arrayContaining([{ row: 2, item: { Ref: '1', Notes: 'a, b, c, d' } }]),
    });
  });

  it('may have titles above its headings, and formulas that keep a text a text', () => {
    expect(readSheet('Leaks from above\n\nRef,Flat\n="00047104","=""4"""\n')).toEqual({
      ok: true,
      items: [{ row: 4, item: { Ref: '00047104', Flat: '4' } }],
    });
  });

  it('may have one column', () => {
    expect(readSheet('Ref\n1\n\n2\n')).toEqual({
      ok: true,
      items: [
        { row: 2, item: { Ref: '1' } },
        { row: 4, item: { Ref: '2' } },
      ],
    });
    expect(readSheet('Ref\n')).toEqual({ ok: true, items: [] });
  });

  it('is refused once where its headings are others, whatever its rows hold', () => {
    const check = (headings: readonly string[]) =>
      headings.includes('Date') ? undefined : 'there is no column headed “Date”';
    expect(readSheet('Title\nRef,Flat\n1,2\n3,4\n', check)).toEqual({
      ok: false,
      detail: 'Row 2, the headings: there is no column headed “Date”',
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
