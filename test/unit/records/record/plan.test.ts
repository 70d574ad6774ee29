import { expect, it } from 'vitest';
import { reachedBy } from '../../../../functions/core/record/reach.ts';
import { rowKeysOf } from '../../../../functions/core/record/rows.ts';
import {
  type Arrival,
  alone,
  asOne,
  type Group,
  groupsOf,
  inBatches,
} from '../../../../functions/records/record/plan.ts';
import { actionsOf } from '../../../../functions/shell/tables/records/record-transaction.ts';
import { type LocalReference, propertySubject, type Uprn } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat5, flat7, larchHouse } from '../../../support/events.ts';

const [home4, home5, home7, block] = [flat4, flat5, flat7, larchHouse].map(uprn => propertySubject(uprn));

interface Leak {
  home?: Uprn;
  leak?: string;
  also?: { source?: Uprn; block?: Uprn };
}

function arrival(index: number, { home = flat4, leak = `L-${index}`, also = {} }: Leak = {}): Arrival {
  const event = eventOf({
    ...{ type: 'housing.leak.reported.v1', at: '2025-06-02T07:40:00Z', home, ...also },
    vendorEventId: `v-${index}`,
    data: { leakReference: leak as LocalReference },
  });
  return { messageId: `m-${index}`, event };
}

function actionsIn({ subjects, arrivals }: Group): number {
  const events = arrivals.map(({ event }) => event);
  return subjects.reduce((sum, subject) => {
    const own = events.filter(event => reachedBy(event).includes(subject));
    return sum + actionsOf(own.length, rowKeysOf(subject, own));
  }, events.length);
}

it('commits together what touches the same homes, in the order of arrival', () => {
  const [above, apart, below] = [
    arrival(1, { home: flat4, also: { source: flat7, block: larchHouse } }),
    arrival(2, { home: flat5 }),
    arrival(3, { home: flat7 }),
  ];
  expect(groupsOf([above, apart, below])).toEqual([
    { subjects: [home5], arrivals: [apart] },
    { subjects: [home4, home7, block], arrivals: [above, below] },
  ]);
});

it('finds by whom two homes are connected, whatever came first', () => {
  const [one, other, both] = [
    arrival(1, { home: flat4 }),
    arrival(2, { home: flat7 }),
    arrival(3, { home: flat4, also: { source: flat7 } }),
  ];
  expect(groupsOf([one, other, both])).toEqual([{ subjects: [home4, home7], arrivals: [one, other, both] }]);
});

it('does not give an event to a subject whose part the event does not reach', () => {
  const { event } = arrival(1, { also: { source: flat7 } });
  const contact = { ...event, type: 'housing.tenancy.contact-recorded.v1' } as typeof event;
  expect(groupsOf([{ messageId: 'm', event: contact }])).toMatchObject([{ subjects: [home4] }]);
});

it('commits what corrects an entry home by home', () => {
  const { messageId, event } = arrival(1, { also: { source: flat7 } });
  const correcting = { messageId, event: { ...event, corrects: '0b7c1f0e-3c41-5a55-9d26-0d4f3f8f1d11' } };
  expect(groupsOf([correcting])).toEqual([
    { subjects: [home4], arrivals: [correcting] },
    { subjects: [home7], arrivals: [correcting] },
  ]);
});

it('gives each arrival of a group those of its homes that it reaches', () => {
  const [one, other] = [arrival(1, { home: flat4 }), arrival(2, { home: flat4, also: { source: flat7 } })];
  const [group] = groupsOf([one, other]);
  expect(group && alone(group)).toEqual([
    { subjects: [home4], arrivals: [one] },
    { subjects: [home4, home7], arrivals: [other] },
  ]);
});

it('puts homes that have nothing in common into one transaction, and what follows at a home behind', () => {
  const [one, other, later] = [
    { subjects: [propertySubject(flat4)], arrivals: [arrival(1, { home: flat4 })] },
    { subjects: [propertySubject(flat5)], arrivals: [arrival(2, { home: flat5 })] },
    { subjects: [propertySubject(flat4)], arrivals: [arrival(3, { home: flat4 })] },
  ];
  expect(inBatches([one, other, later])).toEqual([[one, other], [later]]);
});

it.each([
  ['a case each', (index: number) => arrival(index)],
  ['one case', (index: number) => arrival(index, { leak: 'L' })],
  ['three homes each', (index: number) => arrival(index, { also: { source: flat7, block: larchHouse } })],
])('never plans a transaction of more than a hundred actions, with %s', (_what, make) => {
  const arrivals = Array.from({ length: 250 }, (_, index) => make(index));
  const groups = groupsOf(arrivals);
  expect(groups.flatMap(group => group.arrivals)).toEqual(arrivals);
  for (const group of groups) expect(actionsIn(group)).toBeLessThanOrEqual(100);
  for (const batch of inBatches(groups))
    expect(batch.length === 1 || actionsIn(asOne(batch)) <= 100 + 12 * batch.length).toBe(true);
});
