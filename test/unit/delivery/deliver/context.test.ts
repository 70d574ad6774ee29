import { beforeEach, expect, it } from 'vitest';
import type { Place } from '../../../../functions/core/identity/place.ts';
import { makeContext } from '../../../../functions/delivery/deliver/context.ts';
import { maximumPlaces } from '../../../../schemas/flags.ts';
import { systemNameSchema, type Uprn, uprnSchema } from '../../../../schemas/reference.ts';
import { announcement } from '../../../support/announcements.ts';
import { flat4, flat5, flat7 } from '../../../support/events.ts';

const block = uprnSchema.parse('200000471100');
const place = (uprn: Uprn, references: Place['references'], more: Partial<Place> = {}): [Uprn, Place] => [
  uprn,
  { uprn, status: 'approved', address: 'a', postcode: 'p', references, ...more },
];
const repairs = systemNameSchema.parse('repairs');
let places: Map<Uprn, Place>;
let homes: Uprn[];
let asked: Uprn[];

beforeEach(() => {
  places = new Map([
    place(block, { repairs: ['00047100'] }),
    place(flat4, { repairs: ['00047104', '00099104'], leaks: ['LH/4'] }, { blockUprn: block }),
    place(flat5, { leaks: ['LH/5'] }, { blockUprn: block }),
    place(flat7, {}, { blockUprn: block, status: 'retired' }),
  ]);
  [homes, asked] = [[flat4, flat5, flat7], []];
});

const directory = {
  placesOf(uprns: Iterable<Uprn>) {
    asked.push(...uprns);
    const known = [...uprns].flatMap(uprn => places.get(uprn) ?? []);
    return Promise.resolve(new Map(known.map(one => [one.uprn, one])));
  },
  homesIn: (uprn: Uprn) => Promise.resolve(uprn === block ? homes : []),
};

it('knows the system’s own first reference of every home that the announcement names, and no other system’s', async () => {
  const event = announcement('changed', { code: 'do-not-visit-alone', places: [flat4] }, [flat5, flat7]);
  const told = await makeContext(repairs, directory, event);
  expect(told.event).toBe(event);
  expect(asked).toEqual([flat4, flat5, flat7]);
  const { referenceOf } = told.context;
  expect([flat4, flat5, flat7].map(referenceOf)).toEqual(['00047104', undefined, undefined]);
});

it('names, of a block’s flag, the block and every home that stands in it', async () => {
  const { event, context } = await makeContext(
    repairs,
    directory,
    announcement('raised', { code: 'asbestos', places: [block] }),
  );
  expect(event.data.flag.places).toEqual([block, flat4, flat5]);
  expect([block, flat4].map(context.referenceOf)).toEqual(['00047100', '00047104']);
});

it('adds nothing to a home, nor to a person’s homes', async () => {
  const own = announcement('raised', { code: 'asbestos', places: [flat4] });
  expect((await makeContext(repairs, directory, own)).event).toBe(own);
  const persons = announcement('raised', { code: 'do-not-visit-alone', places: [block] });
  expect((await makeContext(repairs, directory, persons)).event).toBe(persons);
});

it('names no more homes than a message can hold, the block first', async () => {
  homes = Array.from({ length: maximumPlaces + 5 }, (_, index) => uprnSchema.parse(String(1000 + index)));
  for (const uprn of homes) places.set(...place(uprn, {}, { blockUprn: block }));
  const event = announcement('raised', { code: 'asbestos', places: [block] });
  const told = (await makeContext(repairs, directory, event)).event.data.flag.places;
  expect([told.length, told[0]]).toEqual([maximumPlaces, block]);
});
