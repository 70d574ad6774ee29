import { expect, it, vi } from 'vitest';
import type { EventDraft, HomeLocator } from '../../../../functions/adapters/contract.ts';
import { learntId } from '../../../../functions/core/identity/cross-reference.ts';
import type { AddressMatch } from '../../../../functions/core/identity/match-address.ts';
import type { Place } from '../../../../functions/core/identity/place.ts';
import { findHomes } from '../../../../functions/intake/item/homes.ts';
import { localKeyOf } from '../../../../functions/intake/item/local-key.ts';
import { type LearntKey, nameOfKey } from '../../../../functions/shell/tables/directory/directory-store.ts';
import type { LocalReference, SystemName, Uprn } from '../../../../schemas/reference.ts';
import { flat4, flat7, instant, larchHouse } from '../../../support/events.ts';

const place = (uprn: Uprn): Place => ({
  uprn,
  status: 'approved',
  address: 'a',
  postcode: 'p',
  blockUprn: larchHouse,
  references: {},
});
const places = new Map([flat4, flat7].map(uprn => [uprn, place(uprn)]));
const candidates = [
  { uprn: flat4, address: 'a', postcode: 'p', score: 0.95, reasons: ['the same building'] },
];
const directory = {
  placesOf: vi.fn((uprns: Iterable<Uprn>) =>
    Promise.resolve(new Map([...places].filter(([uprn]) => [...uprns].includes(uprn)))),
  ),
  homesIn: () => Promise.resolve([]),
  predecessorsOf: () => Promise.resolve([]),
  byReference: vi.fn((_system: SystemName, reference: string) =>
    Promise.resolve({ uprns: reference === '4' ? [flat4] : [] }),
  ),
  learnt: vi.fn((keys: readonly LearntKey[]) =>
    Promise.resolve(
      new Map(
        keys
          .filter(({ key }) => taught.has(key))
          .map(one => [nameOfKey(one), { ...one, uprn: flat7, because: 'q', learntAt, ...forgotten(one) }]),
      ),
    ),
  ),
  byAddress: vi.fn((address: string): Promise<AddressMatch> => {
    const several = { found: 'several' as const, uprns: [flat4, flat7], candidates };
    return Promise.resolve(address.startsWith('Larch') ? several : { found: 'none', candidates: [] });
  }),
  byPostcode: () => Promise.resolve([]),
};
const learntAt = instant('2025-06-02T09:00:00Z');
const taught = new Set(['address NEW CASTLE', 'uprn 98', 'address LARCH HOUSE', 'address OLD CASTLE']);
const forgotten = ({ key }: LearntKey) => (key === 'address OLD CASTLE' ? { forgottenAt: learntAt } : {});
const draftAt = (home: HomeLocator, source?: HomeLocator) =>
  ({ home, ...(source && { source }) }) as EventDraft;

it('looks every different locator up once and every place in one read', async () => {
  const four: HomeLocator = { by: 'reference', reference: '4' as LocalReference };
  const address: HomeLocator = { by: 'address', address: 'Larch House' };
  const uprn: HomeLocator = { by: 'uprn', uprn: flat7 };
  const unknown: HomeLocator = { by: 'uprn', uprn: '99' as Uprn };
  const drafts = [draftAt(four, uprn), draftAt({ ...four }), draftAt(address, address), draftAt(unknown)];
  const homes = await findHomes(drafts, 'leaks' as SystemName, directory);
  expect(homes({ reference: '4' as LocalReference, by: 'reference' })).toEqual({
    found: 'one',
    uprn: flat4,
    block: larchHouse,
  });
  expect(homes(uprn)).toEqual({ found: 'one', uprn: flat7, block: larchHouse });
  expect(homes(address)).toEqual({ found: 'several', uprns: [flat4, flat7], candidates });
  expect(homes(unknown)).toEqual({ found: 'none' });
  expect(directory.byReference).toHaveBeenCalledTimes(1);
  expect(directory.byAddress).toHaveBeenCalledTimes(1);
  expect(directory.placesOf).toHaveBeenCalledTimes(1);
});

it('goes by what people said a system means by an address, or by a UPRN that nobody else knows', async () => {
  const address: HomeLocator = { by: 'address', address: 'New Castle' };
  const uprn: HomeLocator = { by: 'uprn', uprn: '98' as Uprn };
  const homes = await findHomes([draftAt(address, uprn)], 'leaks' as SystemName, directory);
  const found = { found: 'one', uprn: flat7, block: larchHouse };
  const taughtBy = (locator: HomeLocator) => ({
    learnt: { id: learntId({ system: 'leaks', key: localKeyOf(locator), learntAt }), again: false },
  });
  expect([homes(address), homes(uprn)]).toEqual([
    { ...found, ...taughtBy(address) },
    { ...found, ...taughtBy(uprn) },
  ]);
});

it('does not go by what was learnt of a text that may be two homes’, nor by what was forgotten', async () => {
  const [two, old] = ['Larch House', 'Old Castle'].map(
    (address): HomeLocator => ({ by: 'address', address }),
  );
  if (two === undefined || old === undefined) throw new Error('two addresses');
  const drafts = [draftAt(two, old)];
  const homes = await findHomes(drafts, 'leaks' as SystemName, directory);
  expect([homes(two).found, homes(old).found]).toEqual(['several', 'none']);
  const answers = { homes: new Map([['address LARCH HOUSE', flat4]]) };
  const answered = await findHomes(drafts, 'leaks' as SystemName, directory, answers);
  expect(answered(two)).toMatchObject({ found: 'one', uprn: flat4 });
});

it('leads from a retired home to those that succeeded it', async () => {
  const retired = (uprn: string, ...succeededBy: Uprn[]): [Uprn, Place] => [
    uprn as Uprn,
    { ...place(uprn as Uprn), status: 'retired', succeededBy },
  ];
  const known = new Map([
    ...places,
    retired('1', flat4),
    retired('2', '1' as Uprn),
    retired('3', flat4, flat7),
    retired('4'),
  ]);
  directory.placesOf.mockImplementation(uprns =>
    Promise.resolve(new Map([...known].filter(([uprn]) => [...uprns].includes(uprn)))),
  );
  directory.byReference.mockResolvedValueOnce({ uprns: ['1', flat4] as Uprn[] });
  const by = (uprn: string): HomeLocator => ({ by: 'uprn', uprn: uprn as Uprn });
  const reference: HomeLocator = { by: 'reference', reference: 'R-1' as LocalReference };
  const drafts = ['1', '2', '3', '4'].map(uprn => draftAt(by(uprn)));
  const homes = await findHomes([...drafts, draftAt(reference)], 'leaks' as SystemName, directory);
  const found = { found: 'one', uprn: flat4, block: larchHouse };
  expect([homes(by('1')), homes(by('2')), homes(reference)]).toEqual([found, found, found]);
  expect(homes(by('3'))).toEqual({ found: 'several', uprns: [flat4, flat7] });
  expect(homes(by('4'))).toEqual({ found: 'none', retired: ['4'] });
});
