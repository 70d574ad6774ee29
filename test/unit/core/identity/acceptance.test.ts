import { describe, expect, it } from 'vitest';
import { fits, fitsButForUnit } from '../../../../functions/core/identity/acceptance.ts';
import type { Found } from '../../../../functions/core/identity/alignment.ts';
import type { Comparison } from '../../../../functions/core/identity/comparison.ts';

const found = (spelling: Found['spelling']): Found => ({ spelling, likeness: 1, from: 0, to: 1 });
const nothing = { numbers: [], telling: [], estates: [], names: [], words: [] };

/** Flat 4, Larch House, Linden Road, as the gazetteer has it, without a postcode. */
const whole: Comparison = {
  ...{ unit: 'same', number: 'none', premises: found('same'), street: found('same'), area: false },
  ...{ postcode: 'not said', aside: false, unexplained: nothing, words: { all: 4, explained: 4 } },
};
type Otherwise = Omit<Partial<Comparison>, 'unexplained'> & {
  unexplained?: Partial<Comparison['unexplained']>;
};
const accepted = ({ unexplained, ...otherwise }: Otherwise) =>
  fits({ ...whole, ...otherwise, unexplained: { ...nothing, ...unexplained } });

const misspelt = { unit: 'none', premises: found('misspelt'), street: undefined } as const;
const house = { unit: 'none', number: 'same', premises: found('same'), street: undefined } as const;
const block = { unit: 'none', premises: found('same'), street: undefined } as const;

describe('an address is accepted', () => {
  it.each<[string, Otherwise]>([
    ['as the gazetteer has it', {}],
    ['of a flat by its building alone', { street: undefined }],
    ['of a house by its number and street', house],
    ['of a building by its street', { unit: 'none' }],
    ['of a building by its postcode', { ...block, postcode: 'same' }],
    ['of a building by half its postcode and its town', { ...block, postcode: 'outcode', area: true }],
    ['of a building by nearly its postcode and its town', { ...block, postcode: 'sector', area: true }],
    ['of a name that is misspelt beside its street', { ...misspelt, street: found('same') }],
    ['of a name that is misspelt with its postcode', { ...misspelt, postcode: 'same' }],
    ['with an estate, by its postcode', { postcode: 'same', unexplained: { estates: ['BARN'] } }],
    [
      'with another name, by both its own and its postcode',
      { postcode: 'same', unexplained: { names: ['X'] } },
    ],
    [
      'with another name, by its number and its postcode',
      { ...house, postcode: 'same', unexplained: { names: ['X'] } },
    ],
    ['with a locality, by half its postcode', { postcode: 'outcode', unexplained: { words: ['PECKHAM'] } }],
    ['with a slip in its postcode, by both its names', { postcode: 'slip' }],
    ['with nearly its postcode, by its building', { postcode: 'sector', street: undefined }],
  ])('%s', (_how, otherwise) => {
    expect(accepted(otherwise)).toBe(true);
  });
});

describe('an address is left to somebody', () => {
  it.each<[string, Otherwise]>([
    ['of another flat', { unit: 'different' }],
    ['of another number in the street', { number: 'different' }],
    ['of a building by nothing beside its name', block],
    ['of a building by its town alone', { ...block, area: true }],
    ['of a building by half its postcode alone', { ...block, postcode: 'outcode' }],
    [
      'of a street by a number that is another place’s',
      { ...house, premises: undefined, street: found('same'), aside: true },
    ],
    ['of a name that is misspelt, with nothing beside it', misspelt],
    ['of a part of a name, with its postcode', { ...misspelt, premises: found('in part'), postcode: 'same' }],
    ['of no name, with its postcode', { ...misspelt, premises: undefined, postcode: 'same' }],
    ['with a number that nothing explains', { unexplained: { numbers: ['7'] } }],
    ['with a word that means another place', { postcode: 'same', unexplained: { telling: ['REAR'] } }],
    ['with an estate, by half its postcode', { postcode: 'outcode', unexplained: { estates: ['BARN'] } }],
    ['with another name, by half its postcode', { postcode: 'outcode', unexplained: { names: ['X'] } }],
    [
      'with another name and one of its own',
      { street: undefined, postcode: 'same', unexplained: { names: ['X'] } },
    ],
    ['with a locality, by no postcode', { unexplained: { words: ['PECKHAM'] } }],
    ['with another postcode', { postcode: 'different' }],
    ['with a slip in its postcode, by its building alone', { postcode: 'slip', street: undefined }],
    [
      'with a slip in its postcode, by its street alone',
      { ...house, premises: undefined, street: found('same'), postcode: 'slip' },
    ],
    [
      'with nearly its postcode, by a misspelt name and its street',
      { ...misspelt, street: found('same'), postcode: 'sector' },
    ],
  ])('%s', (_how, otherwise) => {
    expect(accepted(otherwise)).toBe(false);
  });
});

it('wants nothing but the number of the flat where that alone is not said', () => {
  expect(fitsButForUnit({ ...whole, unit: 'not said' })).toBe(true);
  expect(fitsButForUnit(whole)).toBe(false);
  expect(fitsButForUnit({ ...whole, unit: 'not said', postcode: 'different' })).toBe(false);
});
