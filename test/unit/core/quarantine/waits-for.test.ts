import { describe, expect, it } from 'vitest';
import {
  askedOf,
  learntFrom,
  readWaitingKey,
  type WaitsFor,
  waitingKey,
} from '../../../../functions/core/quarantine/waits-for.ts';
import type { PersonReference } from '../../../../schemas/reference.ts';

it.each<[WaitsFor, string]>([
  [{ home: 'repairs 0047 104' }, 'home repairs 0047 104'],
  [{ home: 'two\nlines' }, 'home two\nlines'],
  [
    { subject: 'property/200000471104', case: 'CASE#work-order#repairs#R 1' },
    'case property/200000471104 CASE#work-order#repairs#R 1',
  ],
  [{ subject: 'person/tenancy:mr-b', case: 'C' }, 'case person/tenancy:mr-b C'],
  [{ person: 'repairs:CUST-77' as PersonReference }, 'person repairs:CUST-77'],
  [{ answer: 'home', of: 'address 2 ROWAN COURT' }, 'answer home address 2 ROWAN COURT'],
  [{ answer: 'person', of: 'nobody' }, 'answer person nobody'],
])('%o is one text, from which it is read again', (waitsFor, text) => {
  expect(waitingKey(waitsFor)).toBe(text);
  expect(readWaitingKey(text)).toEqual(waitsFor);
});

it.each([
  '',
  'home ',
  'home',
  'person CUST-77',
  'answer block x',
  'a home 1',
  'case nobody C',
  'case property/200000471104',
])('"%s" is none of its texts', text => {
  expect(readWaitingKey(text)).toBeUndefined();
});

describe('an answer', () => {
  it.each<[WaitsFor, ReturnType<typeof askedOf>, ReturnType<typeof learntFrom>]>([
    [{ home: '00047104' }, 'home', { system: 'repairs', key: '00047104' }],
    [{ person: 'leaks:77' as PersonReference }, 'person', { system: 'leaks', key: 'person leaks:77' }],
    [{ answer: 'home', of: 'address 2 ROWAN COURT' }, 'home', undefined],
    [{ answer: 'person', of: 'nobody' }, 'person', undefined],
    [{ subject: 'person/tenancy:mr-b', case: 'C' }, undefined, undefined],
  ])('to %o is a %s, of which is learnt %o', (waitsFor, asked, learnt) => {
    expect(askedOf(waitsFor)).toBe(asked);
    expect(learntFrom(waitsFor, 'repairs')).toEqual(learnt);
  });

  it('is none to what waits for nothing', () => {
    expect(askedOf(undefined)).toBeUndefined();
  });
});
