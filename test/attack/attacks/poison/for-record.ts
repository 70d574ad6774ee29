import type { LocalReference } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat5, larchHouse } from '../../../support/events.ts';
import type { Hub } from '../../support/hub.ts';
import type { Json } from '../../support/wire.ts';
import type { Poison, Poisons } from './kinds.ts';

const news = Array.from({ length: 8 }, (_, index) =>
  eventOf({
    type: 'housing.leak.reported.v1',
    at: `2025-06-02T08:0${index}:00Z`,
    home: index % 2 === 0 ? flat4 : flat5,
    block: larchHouse,
    data: { leakReference: `LFA-${index}` as LocalReference },
  }),
);

/** News of two homes and their block, as `receive` publishes it. */
export const publishNews: Poisons['put'] = (hub, first, last) => hub.publish(news.slice(first, last));

const { data, ...leak }: Json = { ...news[0], id: '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11' };
const wrong = { ...leak, type: 'housing.leak.dreamt-of.v1' };
const someone = { subject: 'person/tenancy:x', role: 'person' };
const atTheEndOfTime = eventOf({
  type: 'housing.flag.asserted.v1',
  at: '9999-12-31T00:00:00Z',
  home: flat4,
  data: { code: 'asbestos', localCode: 'ASB' },
});

const tooSmall = eventOf({
  type: 'housing.leak.dried.v1',
  at: '2025-06-02T09:00:00Z',
  home: flat4,
  data: { leakReference: 'LFA-1' as LocalReference, moisturePercent: 1e-200 },
});

const tooLong = eventOf({
  type: 'housing.flag.asserted.v1',
  at: '2025-06-02T09:00:00Z',
  home: flat4,
  data: { code: 'asbestos', localCode: 'ASB', localReference: '\u{1f525}'.repeat(90) as LocalReference },
});

const detail = (made: Json) => (hub: Hub) => hub.recordQueue.send(JSON.stringify({ detail: made }));
const twice = (hub: Hub) => {
  const entry = { Source: wrong.source, DetailType: wrong.type, Detail: JSON.stringify(wrong) };
  for (let time = 0; time < 2; time += 1) hub.bus.put(entry);
};

const poisons: readonly Poison[] = [
  { what: 'no JSON', put: hub => hub.recordQueue.send('{"detail":'), ends: 'quarantine' },
  { what: 'no detail', put: hub => hub.recordQueue.send('{}'), ends: 'quarantine' },
  { what: 'of an unknown type', put: detail({ ...wrong, data }), ends: 'quarantine' },
  { what: 'of an unknown type, published twice', put: twice, ends: 'quarantine' },
  {
    what: 'of the hub itself',
    put: detail({ ...leak, type: 'housing.flag.raised.v1', data }),
    ends: 'quarantine',
  },
  {
    what: 'kept by nobody',
    put: detail({ ...leak, data: { ...data, subjects: [someone] } }),
    ends: 'quarantine',
  },
  {
    what: 'wrong, and above 64 KB',
    put: detail({ ...leak, data: 'x'.repeat(70 * 1024) }),
    ends: 'quarantine',
  },
  {
    what: 'wrong in 10,000 places',
    put: detail({ ...leak, data: { ...data, subjects: Array(10_000).fill(0) } }),
    ends: 'quarantine',
  },
  {
    what: 'too large for quarantine',
    put: detail({ ...leak, data: 'x'.repeat(400 * 1024) }),
    ends: 'dead letters',
  },
  { what: 'with a key that no table takes', put: hub => hub.publish([tooLong]), ends: 'quarantine' },
  { what: 'with a number that no attribute holds', put: detail(tooSmall), ends: 'taken' },
  { what: 'that no record can fold', put: hub => hub.publish([atTheEndOfTime]), ends: 'dead letters' },
  {
    what: 'with half a character',
    put: detail({ ...leak, data: { ...data, room: 'kitchen \ud83d' } }),
    ends: 'taken',
  },
];

export const forRecord: Poisons = { function: 'record', put: publishNews, all: poisons };
