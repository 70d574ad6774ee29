import { expect, it } from 'vitest';
import { environmentOf, setting } from '../../../functions/shell/environment.ts';

const shape = { BUS_NAME: setting, TABLE: setting };

it('gives the variables that a function names, and no others', () => {
  expect(environmentOf(shape, { BUS_NAME: 'hub', TABLE: 'records', HOME: '/root' })).toEqual({
    BUS_NAME: 'hub',
    TABLE: 'records',
  });
});

it('names every variable that is missing or empty', () => {
  expect(() => environmentOf(shape, { TABLE: '' })).toThrow(/BUS_NAME .*TABLE /);
});
