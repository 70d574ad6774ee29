import { describe, expect, it } from 'vitest';
import { broughtBy, broughtTo, unmatchedEvents } from '../../../../functions/core/quarantine/unmatched.ts';
import { eventSchema } from '../../../../schemas/catalogue.ts';
import {
  type LocalReference,
  type PersonReference,
  personSubject,
  propertySubject,
} from '../../../../schemas/reference.ts';
import { alderCourt2, eventOf, flat4, flat7, instant, larchHouse, mrB } from '../../../support/events.ts';

const learnt = 'b1f3c1e0-0b0e-5b44-9a3d-000000000007';
const at = instant('2025-07-01T09:00:00Z');
const leak = {
  ...eventOf({
    type: 'housing.leak.reported.v1',
    at: '2025-06-30T09:00:00Z',
    ...{ home: flat4, source: flat7, block: larchHouse },
    data: { leakReference: 'L-1' as LocalReference },
  }),
  learntkey: learnt,
};
const tenancy = (persons: PersonReference[]) => ({
  ...eventOf({
    type: 'housing.tenancy.ended.v1',
    at: '2025-06-30T09:00:00Z',
    ...{ home: flat4, persons },
    data: { tenancyReference: 'T-1' as LocalReference },
  }),
  learntkey: learnt,
});
const subjectsOf = ({ data }: { data: { subjects: readonly { subject: string }[] } }) =>
  data.subjects.map(({ subject }) => subject);

describe('a key that was learnt and is forgotten', () => {
  it('brought what bears it, and nothing else', () => {
    const { learntkey: _none, ...other } = tenancy([mrB]);
    expect(broughtBy(learnt, [leak, other, { ...leak, learntkey: 'another' }])).toEqual([leak]);
  });

  it('is said to whoever it brought something to, each once and in one order', () => {
    const [said, ...more] = unmatchedEvents(learnt, [tenancy([mrB]), leak], at);
    expect(more).toEqual([]);
    expect(subjectsOf(said ?? tenancy([]))).toEqual(
      [personSubject(mrB), ...[larchHouse, flat4, flat7].map(propertySubject)].sort(),
    );
    expect(unmatchedEvents(learnt, [leak, tenancy([mrB])], at)).toEqual([said]);
  });

  it('is valid news from the officers, at that time, that takes what was brought back', () => {
    const [said] = unmatchedEvents(learnt, [leak], at);
    expect(eventSchema.parse(said)).toEqual(said);
    expect(said).toMatchObject({
      type: 'housing.property.unmatched.v1',
      source: 'urn:lintel:system:officers',
      subject: propertySubject(larchHouse),
      partitionkey: larchHouse,
      time: at,
      recordedtime: at,
      corrects: learnt,
      correlationid: said?.id,
      causationid: said?.id,
    });
  });

  it('is said forty at a time, in as many events as that takes', () => {
    const persons = Array.from({ length: 29 }, (_, index) => `tenancy:p-${index + 10}` as PersonReference);
    const others = persons.map(one => `${one}0` as PersonReference);
    const said = unmatchedEvents(learnt, [tenancy(persons), tenancy(others)], at);
    expect(said.map(one => subjectsOf(one).length)).toEqual([40, 19]);
    expect(new Set(said.flatMap(subjectsOf)).size).toBe(59);
    expect(new Set(said.map(({ id }) => id)).size).toBe(2);
  });

  it('that brought nothing has nothing to be said of', () => {
    expect(unmatchedEvents(learnt, [], at)).toEqual([]);
  });
});

describe('what a key brought goes to the home that it is now known to mean', () => {
  const unmatched = { event: leak, key: 'a key', uprn: flat4 };
  const anew = 'b1f3c1e0-0b0e-5b44-9a3d-000000000008';

  it('with its own words and dates, as another event of another key', () => {
    const moved = broughtTo(unmatched, { uprn: alderCourt2, block: larchHouse }, anew);
    expect(eventSchema.parse(moved)).toEqual(moved);
    expect(moved).toMatchObject({
      ...{ type: leak.type, time: leak.time, learntkey: anew },
      ...{ subject: propertySubject(alderCourt2), partitionkey: alderCourt2 },
      data: { leakReference: 'L-1' },
    });
    expect(moved.id).not.toBe(leak.id);
    expect(subjectsOf(moved)).toEqual([alderCourt2, flat7, larchHouse].map(propertySubject));
  });

  it('and to its block, or to none where it has none or is it', () => {
    const to = (uprn: typeof flat4, block?: typeof flat4) =>
      subjectsOf(broughtTo(unmatched, { uprn, block }, anew));
    expect(to(alderCourt2)).toEqual([alderCourt2, flat7].map(propertySubject));
    expect(to(larchHouse, larchHouse)).toEqual([larchHouse, flat7].map(propertySubject));
    const atBlock = broughtTo(unmatched, { uprn: larchHouse, block: larchHouse }, anew);
    expect(atBlock.data.subjects[0]).toEqual({ subject: propertySubject(larchHouse), role: 'home' });
  });

  it('stays the news of the home into which water comes where the key was of the one it comes from', () => {
    const moved = broughtTo({ ...unmatched, uprn: flat7 }, { uprn: alderCourt2, block: larchHouse }, anew);
    expect(moved).toMatchObject({ subject: propertySubject(flat4), partitionkey: flat4 });
    expect(subjectsOf(moved)).toEqual([flat4, alderCourt2, larchHouse].map(propertySubject));
  });

  it('is once there where it was said of that home already', () => {
    const moved = broughtTo(unmatched, { uprn: flat7, block: larchHouse }, anew);
    expect(subjectsOf(moved)).toEqual([flat7, larchHouse].map(propertySubject));
  });
});
