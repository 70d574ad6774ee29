import { expect, it } from 'vitest';
import {
  readWaitingKey,
  type WaitsFor,
  waitingKey,
} from '../../../../functions/core/quarantine/waits-for.ts';

it.each<[WaitsFor, string]>([
  [{ home: 'repairs 0047 104' }, 'home repairs 0047 104'],
  [{ home: 'two\nlines' }, 'home two\nlines'],
  [
    { subject: 'property/200000471104', case: 'CASE#work-order#repairs#R 1' },
    'case property/200000471104 CASE#work-order#repairs#R 1',
  ],
  [{ subject: 'person/tenancy:mr-b', case: 'C' }, 'case person/tenancy:mr-b C'],
])('%o is one text, from which it is read again', (waitsFor, text) => {
  expect(waitingKey(waitsFor)).toBe(text);
  expect(readWaitingKey(text)).toEqual(waitsFor);
});

it.each(['', 'home ', 'home', 'a home 1', 'case nobody C', 'case property/200000471104'])(
  '"%s" is none of its texts',
  text => {
    expect(readWaitingKey(text)).toBeUndefined();
  },
);
