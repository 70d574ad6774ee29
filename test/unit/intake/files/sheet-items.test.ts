import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { sheetItems } from '../../../../functions/intake/files/sheet-items.ts';
import { readSheet } from '../../../../functions/intake/item/sheet.ts';
import { recordsOf } from '../../../../functions/shell/sheets/records.ts';

function pieces(text: string, length: number): AsyncIterable<string> {
  const starts = Array.from({ length: Math.ceil(text.length / length) }, (_, index) => index * length);
  return Readable.from(starts.map(from => text.slice(from, from + length)));
}

async function itemsIn(text: string, length = 5) {
  const items = [];
  try {
    for await (const item of sheetItems(recordsOf(pieces(text, length)))) items.push(item);
  } catch (error) {
    return { items, error };
  }
  return { items };
}

const sheet = '\uFEFFDate,Flat,Notes,\r\n\r\n1,4,"two\r\nlines, with ""quotes"""\n2,5\r3,6,x,too many\n';

describe('a sheet that arrives in pieces', () => {
  it.each([1, 2, 7, 1_000])('of %i characters is read as the whole is', async length => {
    const whole = readSheet(sheet);
    const { items, error } = await itemsIn(sheet, length);
    expect(error).toBeUndefined();
    expect(whole).toEqual({ ok: true, items });
    expect(items.map(({ row }) => row)).toEqual([3, 4, 5]);
  });

  it.each([
    ['a quote that is never closed', 'A,B\n1,2\n"3,4\n5,6', 'CSV_QUOTE_NOT_CLOSED', 1],
    ['a cell that does not end', `A,B\n1,2\n"${'x'.repeat(1_100_000)}"`, 'CSV_MAX_RECORD_SIZE', 1],
    ['headings that do not tell columns apart', 'A,A\n1,2', 'stands there twice', 0],
  ])('is read up to %s', async (_what, text, problem, taken) => {
    for (const length of [3, 2_000_000]) {
      if (text.length > 1_000_000 && length === 3) continue;
      const { items, error } = await itemsIn(text, length);
      expect(String(error)).toContain(problem);
      expect(items).toHaveLength(taken);
    }
  });

  it('is over when whoever reads it has enough', async () => {
    const items = sheetItems(recordsOf(pieces('A\n1\n2\n3\n', 2)));
    for await (const { item } of items) {
      expect(item).toEqual({ A: '1' });
      break;
    }
    expect(await items.next()).toEqual({ done: true, value: undefined });
  });
});
