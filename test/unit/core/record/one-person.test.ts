import { describe, expect, it } from 'vitest';
import { namedAsOne, namedAsOneIn, oneWith, shownAs } from '../../../../functions/core/record/one-person.ts';
import { emptyRecord, type SubjectRecord } from '../../../../functions/core/record/subject-record.ts';
import {
  type LocalReference,
  type PersonReference,
  personSubject,
  propertySubject,
} from '../../../../schemas/reference.ts';
import { identity } from '../../../support/arbitrary-events.ts';
import { eventOf, flat4, instant, mrB, mrsA } from '../../../support/events.ts';

const third = 'tenancy:mx-c' as PersonReference;
type Decided = [other: PersonReference, holds: boolean, day: string][];

function recordOf(person: PersonReference, ...decided: Decided): SubjectRecord {
  const sameAs = Object.fromEntries(
    decided.map(([other, value, day]) => [
      other,
      { value, at: instant(`${day}T09:00:00Z`), rank: 0, id: `${day} ${value}` },
    ]),
  );
  return { ...emptyRecord(personSubject(person)), ...(decided.length > 0 && { sameAs }) };
}
const companions = (...records: SubjectRecord[]) =>
  Object.fromEntries(records.map(record => [record.subject.slice('person/'.length), { version: 1, record }]));

describe('with whom somebody is one', () => {
  it('is nobody else where nothing was decided, or they were parted', () => {
    expect(oneWith(recordOf(mrB), {})).toEqual([mrB]);
    const parted = recordOf(mrB, [mrsA, false, '2025-06-02']);
    expect(oneWith(parted, companions(recordOf(mrsA, [mrB, false, '2025-06-02'])))).toEqual([mrB]);
    expect(namedAsOne(parted)).toEqual([]);
    expect(namedAsOne(undefined)).toEqual([]);
  });

  it.each([
    ['parted after', '2025-06-01', '2025-06-02', [mrB]],
    ['merged after', '2025-06-03', '2025-06-02', [mrB, mrsA]],
  ])('goes by the latest that either of the two heard: %s', (_which, merged, parted, all) => {
    const here = recordOf(mrB, [mrsA, true, merged]);
    const there = recordOf(mrsA, [mrB, false, parted]);
    expect(oneWith(here, companions(there))).toEqual([...all].sort());
  });

  it('holds where only one of the two has heard of it yet', () => {
    const here = recordOf(mrB, [mrsA, true, '2025-06-01']);
    expect(oneWith(here, companions(recordOf(mrsA)))).toEqual([mrB, mrsA].sort());
    expect(oneWith(here, { [mrsA]: { version: 0, record: undefined } })).toEqual([mrB]);
    expect(oneWith(here, {})).toEqual([mrB]);
  });

  it('is also whoever is one with those, and all are shown under one of them', () => {
    const day = '2025-06-01';
    const records = [
      recordOf(mrB, [mrsA, true, day]),
      recordOf(mrsA, [mrB, true, day], [third, true, day]),
      recordOf(third, [mrsA, true, day]),
    ] as const;
    const all = [mrB, mrsA, third].sort();
    for (const own of records) {
      expect(oneWith(own, companions(...records))).toEqual(all);
      expect(shownAs(own, companions(...records))).toBe(all[0]);
    }
  });

  it('is no question of a home', () => {
    const home = emptyRecord(propertySubject(flat4));
    expect(oneWith(home, {})).toEqual([]);
    expect(shownAs(home, {})).toBeUndefined();
  });
});

describe('whom events name as one with somebody', () => {
  const told = eventOf({
    type: 'housing.tenancy.ended.v1',
    ...{ at: '2025-06-01T09:00:00Z', home: flat4, persons: [mrB], system: 'tenancy' },
    data: { tenancyReference: 'T-1' as LocalReference },
  });
  const merged = identity('2025-06-01T09:00:00Z', true);
  const parted = identity('2025-06-02T09:00:00Z', false);

  it('is the other of the two, once, whether they are merged or parted', () => {
    expect(namedAsOneIn([merged, parted, told], personSubject(mrB))).toEqual([mrsA]);
    expect(namedAsOneIn([parted], personSubject(mrsA))).toEqual([mrB]);
  });

  it('is nobody where nothing is said of that, nor of a home', () => {
    expect(namedAsOneIn([told], personSubject(mrB))).toEqual([]);
    expect(namedAsOneIn([merged], propertySubject(flat4))).toEqual([]);
  });
});
