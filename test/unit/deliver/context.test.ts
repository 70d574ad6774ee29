import { expect, it } from 'vitest';
import type { Place } from '../../../functions/core/identity/place.ts';
import { makeContext } from '../../../functions/deliver/context.ts';
import type { SystemName, Uprn } from '../../../schemas/reference.ts';
import { raised } from '../../integration/support/flag-events.ts';
import { flat4, flat5, flat7 } from '../../support/events.ts';

const place = (uprn: Uprn, references: Place['references']): [Uprn, Place] => [
  uprn,
  { uprn, status: 'approved', address: 'a', postcode: 'p', references },
];
const places = new Map([
  place(flat4, { repairs: ['00047104', '00099104'], leaks: ['LH/4'] }),
  place(flat5, { leaks: ['LH/5'] }),
]);

it('knows the system’s own first reference of every home that the announcement names, and no other system’s', async () => {
  const asked: Uprn[] = [];
  const directory = {
    placesOf(uprns: Iterable<Uprn>) {
      asked.push(...uprns);
      return Promise.resolve(places);
    },
  };
  const event = raised('active-leak', 1);
  const moved = {
    ...event,
    type: 'housing.flag.changed.v1' as const,
    data: { ...event.data, noLongerAt: [flat7] },
  };
  const { referenceOf } = await makeContext('repairs' as SystemName, directory, moved as typeof event);
  expect(asked).toEqual([flat4, flat7]);
  expect(referenceOf(flat4)).toBe('00047104');
  expect(referenceOf(flat5)).toBeUndefined();
  expect(referenceOf(flat7)).toBeUndefined();
});
