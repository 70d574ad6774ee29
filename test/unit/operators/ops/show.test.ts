import { expect, it } from 'vitest';
import { encryptText } from '../../../../functions/core/encryption/cipher.ts';
import { showItems } from '../../../../functions/operators/ops/show.ts';
import { propertySubject } from '../../../../schemas/reference.ts';
import { flat4 } from '../../../support/events.ts';
import { fixedKeyOf, fixedKeys } from '../../../support/fixed-keys.ts';

const subject = propertySubject(flat4);
const item = {
  ...{ pk: `PROPERTY#${flat4}`, sk: 'CASE#leak#leaks#L-1', version: 3 },
  row: { at: '2025-06-02T07:40:00.000Z', subject, value: 'damp behind the cot' },
};

async function shown(items: Record<string, unknown>[], showPayload: boolean) {
  const lines: string[] = [];
  const asked: string[] = [];
  const deps = {
    readClear(one: string, beginning: string) {
      asked.push(`${one} ${beginning}`);
      return Promise.resolve(items);
    },
    decrypt: fixedKeys.decrypt,
    print: (line: string) => void lines.push(line),
  };
  const isFound = await showItems(deps, { subject, beginning: 'CASE#', showPayload });
  return { isFound, asked, lines };
}

it('prints an item with what says nothing about anybody, and of texts their lengths', async () => {
  const { isFound, asked, lines } = await shown([item], false);
  expect(isFound).toBe(true);
  expect(asked).toEqual([`property/${flat4} CASE#`]);
  expect(lines[0]).toBe(`PROPERTY#${flat4} CASE#leak#leaks#L-1`);
  expect(JSON.parse(lines[1] ?? '')).toEqual({
    version: 3,
    row: { at: '2025-06-02T07:40:00.000Z', subject, value: 'a text of 19 characters' },
  });
});

it('prints all of it where that is asked for, decrypted', async () => {
  const key = { name: 'property/1/2025', generation: 1, key: fixedKeyOf('property/1/2025') };
  const value = encryptText(item.row.value, key);
  const { lines } = await shown([{ ...item, row: { ...item.row, value } }], true);
  expect(value).not.toContain('damp');
  expect(JSON.parse(lines[1] ?? '')).toEqual({ version: 3, row: item.row });
});

it('says that there is nothing', async () => {
  const { isFound, lines } = await shown([], true);
  expect({ isFound, lines }).toEqual({ isFound: false, lines: [`There is no CASE# of property/${flat4}`] });
});

it('prints of which years events have left the table', async () => {
  const moved = { pk: `PROPERTY#${flat4}`, sk: 'MOVED', periods: new Set(['2021', '2022-03']) };
  const { lines } = await shown([moved], false);
  expect(JSON.parse(lines[1] ?? '')).toEqual({ periods: ['2021', '2022-03'] });
});
