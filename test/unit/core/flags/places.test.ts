import { expect, it } from 'vitest';
import { flagPlacesOf } from '../../../../functions/core/flags/places.ts';
import { emptyRecord, type OpenCase } from '../../../../functions/core/record/subject-record.ts';
import { maximumPlaces } from '../../../../schemas/flags.ts';
import { personSubject, propertySubject, type Uprn } from '../../../../schemas/reference.ts';
import { flat4, flat5, flat7, instant, mrB, mrsA } from '../../../support/events.ts';
import { openCases } from '../../../support/records.ts';

const opened = '2026-01-01T09:00:00Z';
const member = (person: string, present = true) => ({ [`member ${person}`]: { present, responsible: true } });
const at = (home: Uprn) => ({ home: propertySubject(home) });
const tenancies = (...facts: OpenCase['facts'][]) =>
  openCases(...facts.map((one, index) => ['tenancy', `T-${index}`, opened, one] as const));
const placesOf = (...facts: OpenCase['facts'][]) =>
  flagPlacesOf({ ...emptyRecord(personSubject(mrB)), openCases: tenancies(...facts) }, instant(opened));

it('a property shows its flags on itself', () => {
  expect(flagPlacesOf(emptyRecord(propertySubject(flat4)), instant(opened))).toEqual([flat4]);
});

it('a person shows them on every home whose household they are of, each once, in order', () => {
  const household = member(mrB);
  expect(
    placesOf({ ...household, ...at(flat7) }, { ...household, ...at(flat4) }, { ...household, ...at(flat7) }),
  ).toEqual([flat4, flat7]);
});

it('a person shows them nowhere that they left, where only others live, or where nobody knows the home', () => {
  expect(placesOf({ ...member(mrB, false), ...at(flat4) })).toEqual([]);
  expect(placesOf({ ...member(mrsA), ...at(flat5) })).toEqual([]);
  expect(placesOf({ ...member(mrB) })).toEqual([]);
  expect(placesOf()).toEqual([]);
});

it('a person who stands for a whole estate shows them on the first homes, as many as the language allows', () => {
  const homes = Array.from({ length: maximumPlaces + 1 }, (_, n) => `${100_000 + n}` as Uprn);
  const places = placesOf(...homes.toReversed().map(home => ({ ...member(mrB), ...at(home) })));
  expect(places).toEqual(homes.slice(0, maximumPlaces));
});
