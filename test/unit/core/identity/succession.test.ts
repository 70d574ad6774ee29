import fc from 'fast-check';
import { expect, it } from 'vitest';
import { homesStandingFor, type Standing } from '../../../../functions/core/identity/succession.ts';
import type { Uprn } from '../../../../schemas/reference.ts';

const approved: Standing = { status: 'approved' };
const retired = (...succeededBy: string[]): Standing => ({
  status: 'retired',
  succeededBy: succeededBy as Uprn[],
});
const standingFor = (places: Record<string, Standing>, ...uprns: string[]) =>
  homesStandingFor(uprns as Uprn[], uprn => places[uprn]);

it('leaves homes that stand as they are, a provisional one too', () => {
  expect(standingFor({ 1: approved, 2: { status: 'provisional' } }, '1', '2')).toEqual(['1', '2']);
});

it('follows a merger, also through another, and a split', () => {
  const places = {
    1: retired('3'),
    2: retired('3'),
    3: retired('4'),
    4: approved,
    5: retired('6', '7'),
    6: approved,
  };
  expect(standingFor(places, '1')).toEqual(['4']);
  expect(standingFor(places, '1', '2', '4')).toEqual(['4']);
  expect(standingFor({ ...places, 7: approved }, '5')).toEqual(['6', '7']);
});

it('finds nothing for a demolished home, an unknown one, or homes that succeed each other', () => {
  expect(standingFor({ 1: retired(), 2: retired('9') }, '1', '2', '3')).toEqual([]);
  expect(standingFor({ 1: retired('2'), 2: retired('1') }, '1')).toEqual([]);
});

it('ends, and only ever with homes that stand, however homes succeed each other', () => {
  const uprn = fc.constantFrom(...'12345678');
  const standing = fc.oneof(
    fc.constant(approved),
    fc.array(uprn, { maxLength: 3 }).map(all => retired(...all)),
  );
  fc.assert(
    fc.property(fc.dictionary(uprn, standing), fc.array(uprn), (places, uprns) => {
      const found = standingFor(places, ...uprns);
      expect(found.every(one => places[one]?.status === 'approved')).toBe(true);
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});
