import { expect, it } from 'vitest';
import { likenessOf } from '../../../../functions/core/identity/likeness.ts';

const words = (text: string) => text.split(' ');

it.each([
  ['LARCH HOUSE', 'LARCH HOUSE', 'same'],
  ['LARK RISE', 'LARKRISE', 'same'],
  ['LARCH HOUSE', 'LRACH HOUSE', 'misspelt'],
  ['LARCH HOUSE', 'LARCH HOSUE', 'misspelt'],
  ['ELM ST', 'ELM STREETE', 'misspelt'],
  ['LARCH HOUSE', 'LARCHHOSUE', 'misspelt'],
  ['LARCH HOUSE', 'LARCH', 'shortened'],
  ['LARCH HOUSE', 'LARCH COURT', 'in part'],
] as const)('finds %s in %s: %s', (name, written, spelling) => {
  expect(likenessOf(words(name), words(written))).toMatchObject({ spelling });
});

it.each([
  ['LARCH HOUSE', 'BIRCH HOUSE'],
  ['ALDER COURT', 'MILL COURT'],
  ['EAST ROAD', 'WEST ROAD'],
  ['MARSH HILL', 'MARCH MILL'],
  ['OAK ROAD', 'ASH ROAD'],
])('does not find %s in %s', (name, written) => {
  expect(likenessOf(words(name), words(written))).toBeUndefined();
});

it('takes a name for shortened only where no other kind of name goes on', () => {
  expect(likenessOf(words('LARCH HOUSE'), ['LARCH'], 'LINDEN')).toMatchObject({ spelling: 'shortened' });
  expect(likenessOf(words('LARCH HOUSE'), ['LARCH'], 'COURT')).not.toMatchObject({ spelling: 'shortened' });
});

it('thinks more of a name the nearer it is', () => {
  const of = (written: string) => likenessOf(words('LARCH HOUSE'), words(written))?.likeness ?? 0;
  const ranked = ['LARCH HOUSE', 'LRACH HOUSE', 'LARCH', 'LARCH COURT'].map(of);
  expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
  expect(new Set(ranked).size).toBe(ranked.length);
});
