import { expect, it, vi } from 'vitest';
import { batchPlaces } from '../../../../functions/delivery/deliver/batch-places.ts';
import type { Directory } from '../../../../functions/shell/tables/directory/directory-store.ts';
import type { Uprn } from '../../../../schemas/reference.ts';
import { announcement } from '../../../support/announcements.ts';
import { flat4, flat7, larchHouse } from '../../../support/events.ts';

const at = (uprn: Uprn, ...noLongerAt: Uprn[]) =>
  announcement('changed', { code: 'active-leak', places: [uprn] }, noLongerAt);

function setUp(fails: (uprns: readonly Uprn[]) => boolean = () => false) {
  const placesOf = vi.fn<Directory['placesOf']>(uprns => {
    const wanted = [...uprns];
    if (fails(wanted)) return Promise.reject(new Error('a key is empty'));
    return Promise.resolve(new Map(wanted.map(uprn => [uprn, { uprn } as never])));
  });
  const directory = { placesOf, homesIn: () => Promise.resolve([]) };
  return { placesOf, batch: batchPlaces(directory, [at(flat4), undefined, at(flat4, flat7)]) };
}

const asked = ({ placesOf }: ReturnType<typeof setUp>) => placesOf.mock.calls.map(([uprns]) => [...uprns]);

it('looks up all that the flags of a batch name, when the first of them asks', async () => {
  const desk = setUp();
  expect(asked(desk)).toEqual([]);
  const [one, other] = await Promise.all([desk.batch.placesOf([flat4]), desk.batch.placesOf([flat7, flat4])]);
  expect([[...one.keys()], [...other.keys()]]).toEqual([[flat4], [flat7, flat4]]);
  expect(asked(desk)).toEqual([[flat4, flat7]]);
});

it('asks apart for what no flag of the batch names', async () => {
  const desk = setUp();
  expect([...(await desk.batch.placesOf([larchHouse])).keys()]).toEqual([larchHouse]);
  expect(asked(desk)).toEqual([[larchHouse]]);
});

it('where they cannot be looked up together, has each ask for itself', async () => {
  const desk = setUp(uprns => uprns.includes(flat7));
  expect([...(await desk.batch.placesOf([flat4])).keys()]).toEqual([flat4]);
  await expect(desk.batch.placesOf([flat7])).rejects.toThrow('a key is empty');
});
