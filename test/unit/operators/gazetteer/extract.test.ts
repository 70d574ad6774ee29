import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readExtract } from '../../../../functions/operators/gazetteer/extract.ts';
import { recordsOf } from '../../../../functions/shell/sheets/records.ts';

const headings = 'uprn,address,postcode,repairs_reference';
const rows = ['1,"1 Elm Road, London",SE15 4PT,00051234', '2,2 Elm Road,SE15 4PT,00051235'];
const plain = [headings, ...rows].join('\n');
const parted = (by: string) => plain.replaceAll(',', by).replace(`Road${by} London`, 'Road, London');
const armoured = plain.replace('00051234', '"=""00051234"""').replace('00051235', "'00051235");

/** What each row of an extract says: the address and the references of a home, or what is wrong. */
async function read(text: string) {
  const found: [number, ...unknown[]][] = [];
  const pieces = text.match(/.{1,7}/gs) ?? [];
  await readExtract(recordsOf(Readable.from(pieces)), (row, one) => {
    found.push(one.ok ? [row, one.place.uprn, one.place.address, one.place.references] : [row, one.problems]);
  });
  return found;
}

const first = ['1', '1 Elm Road, London', { repairs: ['00051234'] }];
const second = ['2', '2 Elm Road', { repairs: ['00051235'] }];

it.each([
  ['as a program writes it', plain, 2],
  ['with other line ends below the headings', [`${headings}\r`, ...rows].join('\n'), 2],
  ['with a comma behind each row', rows.map(row => `\n${row},`).reduce((a, b) => a + b, headings), 2],
  ['with commas behind the headings, as wide as Excel went', `${headings},,,\n${rows.join('\n')}`, 2],
  ['with thirty rows of commas', `${plain}\n${',,,\n'.repeat(30)}`, 2],
  ['with a title above the headings', `Homes of the landlord\n\n${plain}`, 4],
  ['parted by semicolons', parted(';'), 2],
  ['parted by tabs', parted('\t'), 2],
  ['that says what parts it', `sep=;\n${parted(';')}`, 2],
  ['with armour around its references', armoured, 2],
])('reads an extract %s', async (_how, text, row) => {
  expect(await read(text)).toEqual([
    [row, ...first],
    [row + 1, ...second],
  ]);
});

it('reads quotes in a cell, and rejects alone the row that has too few cells or too many', async () => {
  const odd = ['1,THE 6" PIPE HOUSE,SE15 4PT,', '2,x,SE15 4PT,,,more', '3,cut'];
  const wrong = ['the row does not have as many cells as there are headings'];
  expect(await read([headings, ...odd, rows[1]].join('\n'))).toEqual([
    [2, '1', 'THE 6" PIPE HOUSE', {}],
    [3, wrong],
    [4, wrong],
    [5, ...second],
  ]);
});

it.each([
  ['', 'it is empty'],
  ['uprn,adress,postcode\n1,x,', /^The extract .*Row 1, the headings: .*"adress" is not known/],
  ['Homes\n', /the headings/],
])('says once what is wrong with the whole: %j', async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});
