import { expect, it } from 'vitest';
import { reachedBy } from '../../../../functions/core/record/reach.ts';
import { type LocalReference, personSubject, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, larchHouse, mrB } from '../../../support/events.ts';

const at = '2025-06-30T09:00:00Z';
const everybody = { at, home: flat4, source: flat7, block: larchHouse, persons: [mrB] };
const leakReference = 'L-1' as LocalReference;
const tenancyReference = 'T-1' as LocalReference;

it('a leak is kept by the home, by where it seems to come from and by their block, and by nobody who lives there', () => {
  const leak = eventOf({ ...everybody, type: 'housing.leak.reported.v1', data: { leakReference } });
  expect(reachedBy(leak).sort()).toEqual([larchHouse, flat4, flat7].map(propertySubject).sort());
});

it('a tenancy is kept by the home and by each person, each once', () => {
  const household = [{ person: mrB, responsible: true }];
  const data = { tenancyReference, tenure: 'Secure', household };
  const tenancy = eventOf({ ...everybody, type: 'housing.tenancy.started.v1', data });
  const subjects = [...tenancy.data.subjects, ...tenancy.data.subjects];
  const twice = { ...tenancy, data: { ...tenancy.data, subjects } } as typeof tenancy;
  expect(reachedBy(twice).sort()).toEqual([personSubject(mrB), propertySubject(flat4)].sort());
});

it('of a type that this version does not know nobody keeps anything', () => {
  const leak = eventOf({ ...everybody, type: 'housing.leak.reported.v1', data: { leakReference } });
  expect(reachedBy({ ...leak, type: 'housing.leak.unheard-of.v1' } as never)).toEqual([]);
});
