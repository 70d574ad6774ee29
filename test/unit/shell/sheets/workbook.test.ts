import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import {
  isWorkbook,
  workbookBytes,
  workbookRecords,
} from '../../../../functions/shell/sheets/workbook/records.ts';
import { type Cell, sheetOf, workbookOf, workbookWith } from '../../../support/workbook.ts';
import { zipOf } from '../../../support/zip.ts';

async function read(bytes: Uint8Array, mostUnpacked?: number): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of workbookRecords(bytes, mostUnpacked)) rows.push(row);
  return rows;
}

const headings = ['Date', 'Reference', 'What happened'];
const inSheet = (rows: string) => ({
  name: 'xl/worksheets/sheet2.xml',
  content: sheetOf([]).replace('<sheetData>', `<sheetData>${rows}`),
});

describe('a workbook', () => {
  it('is read as its cells are shown: the first sheet that is shown and filled, blank rows too', async () => {
    const rows: Cell[][] = [
      [],
      headings,
      [{ day: 46_027 }, '00051236', 'Leak — £300 & “tenant’s” <note>'],
      [{ day: 46_027.4375 }, 51_236, 'two\r\nlines'],
      [],
      [undefined, { padded: 51_236 }, '0.30'],
    ];
    expect(await read(workbookOf(rows))).toEqual([
      [],
      headings,
      ['2026-01-05', '00051236', 'Leak — £300 & “tenant’s” <note>'],
      ['2026-01-05T10:30:00', '51236', 'two\r\nlines'],
      [],
      ['', '00051236', '0.30'],
    ]);
  });

  it.each([
    ['<c r="A1"><v>51236.0</v></c>', '51236'],
    ['<c r="A1"><v>1.0090000001E10</v></c>', '10090000001'],
    ['<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['<c r="A1" t="str"><f>UPPER("x")</f><v>LFA-1</v></c>', 'LFA-1'],
    [
      '<c r="A1" t="inlineStr"><is><r><t>LFA</t></r><r><t xml:space="preserve"> 2</t></r><rPh><t>no</t></rPh></is></c>',
      'LFA 2',
    ],
    ['<c r="A1" t="d"><v>2026-01-05</v></c>', '2026-01-05'],
    ['<c r="A1" s="1"><v>0.4375</v></c>', '10:30:00'],
  ])('shows %s as %s', async (cell, text) => {
    expect(await read(workbookWith([], inSheet(`<row r="1">${cell}</row>`)))).toEqual([[text]]);
  });

  it('has nothing in a cell with an error, without a value, or of a formula that was not reckoned', async () => {
    const cells =
      '<c r="A1" t="e"><v>#N/A</v></c><c r="B1" s="1"/><c r="C1"><f>A1+1</f></c><c r="D1"><v>1</v></c>';
    expect(await read(workbookWith([], inSheet(`<row r="1">${cells}</row>`)))).toEqual([['', '', '', '1']]);
  });

  it('is known by its first bytes, and held as far as it is read', async () => {
    const bytes = workbookOf([headings]);
    expect([isWorkbook(bytes), isWorkbook(Buffer.from('uprn,address'))]).toEqual([true, false]);
    expect(await workbookBytes(Readable.from([bytes.subarray(0, 9), bytes.subarray(9)]))).toEqual(bytes);
    const endless = Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(1024 * 1024)));
    await expect(workbookBytes(endless)).rejects.toThrow('more than 31457280 bytes');
  });
});

describe('a file is refused that', () => {
  const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, ' ');
  const [head = '', tail = ''] = sheetOf([]).split('<sheetData>');
  const bomb = Buffer.concat([Buffer.from(head), megabytes(40), Buffer.from(`<sheetData>${tail}`)]);
  const wide = '<row r="1"><c r="XFD1"><v>1</v></c></row>';

  it.each<[string, Buffer, string]>([
    [
      'unpacks to far more than it is',
      workbookWith([], { name: 'xl/worksheets/sheet2.xml', content: bomb }),
      'zip bomb',
    ],
    [
      'says that it unpacks to less than it does',
      workbookWith([], { name: 'xl/worksheets/sheet2.xml', content: bomb, claims: 900 }),
      'damaged',
    ],
    [
      'has thousands of parts',
      zipOf(Array.from({ length: 2_001 }, (_, index) => ({ name: `xl/${index}.xml`, content: '' }))),
      'holds 2001 parts',
    ],
    ['is an old or a protected workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'protected by a password'],
    ['is no archive', Buffer.from('PK\u0003\u0004 and no more'), 'no .xlsx workbook'],
    [
      'is another archive',
      zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
      'has no xl/_rels/workbook.xml.rels',
    ],
    [
      'is not well-formed',
      workbookWith([], { name: 'xl/worksheets/sheet2.xml', content: '<worksheet><sheetData>' }),
      'is damaged',
    ],
    ['has a cell where no sheet of ours has one', workbookWith([], inSheet(wide)), 'column 16384'],
    ['has its rows out of order', workbookWith([], inSheet('<row r="2"/><row r="1"/>')), 'out of order'],
  ])('%s', async (_what, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it('unpacks to more than there is memory for, before any of it is unpacked', async () => {
    await expect(read(workbookOf([headings]), 1_000)).rejects.toThrow('zip bomb');
  });

  it('expands entities of its own: they are not expanded', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const content = `${doctype}${inSheet('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>').content}`;
    await expect(read(workbookWith([], { name: 'xl/worksheets/sheet2.xml', content }))).rejects.toThrow(
      'is damaged',
    );
  });
});
