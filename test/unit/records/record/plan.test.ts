import { expect, it } from 'vitest';
import { reachedBy } from '../../../../functions/core/record/reach.ts';
import { rowKeysOf } from '../../../../functions/core/record/rows.ts';
import { type Arrival, bySubject, inTransactions } from '../../../../functions/records/record/plan.ts';
import { type LocalReference, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, larchHouse } from '../../../support/events.ts';

function arrival(index: number, leak = `L-${index}`): Arrival {
  const event = eventOf({
    type: 'housing.leak.reported.v1',
    at: '2025-06-02T07:40:00Z',
    home: flat4,
    source: flat7,
    block: larchHouse,
    vendorEventId: `v-${index}`,
    data: { leakReference: leak as LocalReference },
  });
  return { messageId: `m-${index}`, event };
}

it('gives each subject what reaches it, in order of arrival', () => {
  const arrivals = [arrival(1), arrival(2)];
  expect([...bySubject(arrivals)]).toEqual([
    [propertySubject(flat4), arrivals],
    [propertySubject(flat7), arrivals],
    [propertySubject(larchHouse), arrivals],
  ]);
});

it('does not give an event to a subject whose part the event does not reach', () => {
  const { event } = arrival(1);
  const contact = { ...event, type: 'housing.tenancy.contact-recorded.v1' } as typeof event;
  expect(reachedBy(contact)).toEqual([propertySubject(flat4)]);
});

it.each([
  ['a case each', (index: number) => arrival(index)],
  ['one case', (index: number) => arrival(index, 'L')],
])('never plans a transaction of more than a hundred actions, with %s', (_what, make) => {
  const arrivals = Array.from({ length: 250 }, (_, index) => make(index));
  const lists = inTransactions(propertySubject(flat4), arrivals);
  expect(lists.flat()).toEqual(arrivals);
  for (const list of lists) {
    const rows = rowKeysOf(
      propertySubject(flat4),
      list.map(({ event }) => event),
    );
    expect(list.length + rows.length + 2).toBeLessThanOrEqual(100);
  }
  expect(lists.length).toBeLessThanOrEqual(6);
});
