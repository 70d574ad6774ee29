import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../../functions/core/identity/address.ts';
import { compare } from '../../../../functions/core/identity/comparison.ts';
import { homeOf } from '../../../../functions/core/identity/home.ts';
import { isStreet } from '../../../../functions/core/identity/name-words.ts';
import { reasonsOf } from '../../../../functions/core/identity/reasons.ts';

function comparisonOf(address: string, known: string, isDivided = false) {
  const home = homeOf({ address: known, postcode: 'SE15 4PT' });
  if (home === undefined) throw new Error(`${known} names nothing`);
  return { ...compare(readAddress(address), home, () => isDivided), home };
}
const doorsOf = (...given: Parameters<typeof comparisonOf>) => {
  const { unit, number } = comparisonOf(...given);
  return `${unit}, ${number}`;
};

describe('the doors of an address and of a home', () => {
  it.each([
    ['Ground floor, Flat 1, 12 Elm Road', 'First floor, Flat 1, 12 Elm Road', 'different, same'],
    ['Flat 1, 12 Elm Road', 'First floor, Flat 1, 12 Elm Road', 'same, same'],
    ['First floor, Flat 1, 12 Elm Road', 'Flat 1, 12 Elm Road', 'same, same'],
    ['12A Elm Road', 'Flat A, 12 Elm Road', 'same, same'],
    ['Flat A, 12 Elm Road', '12A Elm Road', 'same, same'],
    ['A, 12A Elm Road', 'Flat A, 12 Elm Road', 'same, different'],
    ['12 Elm Road', '12 Elm Road', 'none, same'],
    ['Elm Road', '12 Elm Road', 'none, not said'],
    ['4 Larch House, 20 Linden Road', 'Flat 4, Larch House, Linden Road', 'same, none'],
    ['4 Larch House, 20 Linden Road', 'Flat 4, Larch House, 20 Linden Road', 'same, same'],
    ['4 Larch House, 22 Linden Road', 'Flat 4, Larch House, 20 Linden Road', 'same, different'],
    ['Larch House, Linden Road', 'Flat 4, Larch House, Linden Road', 'not said, none'],
    ['Larch House 4, Linden Road', 'Flat 4, Larch House, Linden Road', 'same, none'],
  ])('%s beside %s: %s', (address, known, doors) => {
    expect(doorsOf(address, known)).toBe(doors);
  });

  it('12A is no flat of 12 where 12A has flats of its own', () => {
    expect(doorsOf('12A Elm Road', 'Flat A, 12 Elm Road', true)).toBe('not said, different');
  });

  it('are told to an officer only where there are any', () => {
    const { home, ...comparison } = comparisonOf('Larch House, Linden Road', 'Larch House, Linden Road');
    expect(reasonsOf(comparison, home)).toEqual(['the same building', 'the same street']);
  });
});

describe('what a home does not explain', () => {
  const leftOf = (address: string, known = 'Flat 4, Larch House, Linden Road, London') => {
    const { numbers, ...left } = comparisonOf(address, known).unexplained;
    const some = Object.entries({ numbers, ...left }).filter(([, words]) => words.length > 0);
    return Object.fromEntries(some);
  };

  it.each([
    ['4 Larch House, Linden Road', {}],
    ['4 Larch House, Linden Road, Peckham', { words: ['PECKHAM'] }],
    ['Peckham, 4 Larch House, Linden Road', { names: ['PECKHAM'] }],
    ['4 Larch House, Peckham, Linden Road', { names: ['PECKHAM'] }],
    ['4 Larch House, Linden Road, Oak Court', { words: ['OAK'], names: ['COURT'] }],
    ['4 Larch House, Barn Estate, Linden Road', { estates: ['BARN', 'ESTATE'] }],
    ['4 Larch House, 7 Barn Estate, Linden Road', { numbers: ['7'], names: ['BARN', 'ESTATE'] }],
    ['Flat 4, New Larch House, Linden Road', { telling: ['NEW'] }],
    ['4 Larch House Mews, Linden Road', { telling: ['MEWS'] }],
    ['4 Larch House East, Linden Road', { telling: ['EAST'] }],
    ['4 Larch House, Rear, Linden Road', { telling: ['REAR'] }],
    ['4 Larch House, 9 Linden Road', { numbers: ['9'] }],
  ])('of %s is %j', (address, left) => {
    expect(leftOf(address)).toEqual(left);
  });
});

describe('an address of the gazetteer', () => {
  it('has the first of two numbers inside, the name of its street, and its localities', () => {
    const parts = (address: string) => {
      const { unit, premises, street, area } = homeOf({ address, postcode: 'SE15 4PT' }) ?? {};
      return [unit, premises, street, area];
    };
    expect(parts('4, 12 Elm Road, London')).toEqual([
      ...['4', { number: '12', name: ['ELM', 'ROAD'] }, undefined],
      [['LONDON']],
    ]);
    expect(parts('4 Broadway, 12 Elm Road')).toEqual([
      ...['4', { name: ['BROADWAY'] }, { number: '12', name: ['ELM', 'ROAD'] }],
      [],
    ]);
    expect(parts('4 Larch House, Linden Road, London')).toEqual([
      ...['4', { name: ['LARCH', 'HOUSE'] }, { name: ['LINDEN', 'ROAD'] }],
      [['LONDON']],
    ]);
    expect(homeOf({ address: ', ', postcode: 'SE15 4PT' })).toBeUndefined();
  });

  it('has a street that a street’s word ends, also before a direction, and a name of one word where it is Broadway', () => {
    expect(['ELM ROAD', 'PARK ROAD NORTH', 'BROADWAY'].map(name => isStreet(name.split(' ')))).toEqual([
      ...[true, true, true],
    ]);
    expect(['LARCH HOUSE', 'ROAD', 'NORTH EAST'].map(name => isStreet(name.split(' ')))).toEqual([
      ...[false, false, false],
    ]);
  });
});

describe('a text that is no address', () => {
  const empty = { units: [], lines: [], loose: [] };
  const words = (count: number) => Array.from({ length: count }, (_, index) => `W${index}X`).join(' , ');

  it('is one that is longer than any', () => {
    expect(readAddress('A'.repeat(500)).lines).toHaveLength(1);
    expect(readAddress('A'.repeat(501))).toEqual(empty);
    expect(readAddress(words(60)).lines.length).toBeGreaterThan(0);
    expect(readAddress(words(61))).toEqual(empty);
  });
});
