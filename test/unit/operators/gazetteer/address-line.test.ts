import { expect, it } from 'vitest';
import {
  addressLineOf,
  numberOf,
  secondaryOf,
} from '../../../../functions/operators/gazetteer/address-line.ts';

it.each([
  [{ start: '14' }, '14'],
  [{ start: '14', startSuffix: 'A' }, '14A'],
  [{ start: '14', end: '16' }, '14-16'],
  [{ start: '14', startSuffix: 'A', end: '16', endSuffix: 'B' }, '14A-16B'],
  [{ text: 'LARCH HOUSE' }, undefined],
])('the number of %j is %s', (parts, number) => {
  expect(numberOf(parts)).toBe(number);
});

it.each([
  [{ text: 'FLAT 4' }, 'FLAT 4'],
  [{ start: '4' }, '4'],
  [{ text: 'FLAT', start: '4', startSuffix: 'A' }, 'FLAT 4A'],
  [{ text: 'GROUND FLOOR FLAT', start: '4' }, 'GROUND FLOOR FLAT 4'],
  [{ text: 'CARETAKERS HOUSE', start: '4' }, 'CARETAKERS HOUSE, 4'],
  [{}, undefined],
])('the secondary object of %j is %s', (parts, line) => {
  expect(secondaryOf(parts)).toBe(line);
});

it.each([
  [
    { saon: 'FLAT 4', paon: 'LARCH HOUSE', number: '12', street: 'ELM ROAD' },
    'FLAT 4, LARCH HOUSE, 12 ELM ROAD',
  ],
  [{ paon: '14A-16', street: 'ELM ROAD', locality: 'Peckham', town: 'PECKHAM' }, '14A-16 ELM ROAD, PECKHAM'],
  [{ paon: 'ROSE COTTAGE', street: 'MILL LANE' }, 'ROSE COTTAGE, MILL LANE'],
  [{ number: '7', town: 'LONDON' }, '7, LONDON'],
  [{ saon: 'FLAT 4', town: 'LONDON' }, undefined],
])('the address of %j is %s', (parts, line) => {
  expect(addressLineOf(parts)).toBe(line);
});
