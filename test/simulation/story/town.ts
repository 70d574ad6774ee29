import type { Place } from '../../../functions/core/identity/place.ts';
import { placeSchema } from '../../../functions/core/identity/place.ts';

/** The block: flats 1 to 6 of Larch House. */
const block = '200000471100';
/** The UPRN of a flat of Larch House. */
const flat = (number: number) => `2000004711${String(number).padStart(2, '0')}`;
/** Two houses. */
const houses = ['200000482001', '200000482002'];
/** A house that was demolished, and that no other succeeded: whoever says that it is meant has mistaken it. */
export const demolished = '200000482003';

/** A home as the systems know it. */
export interface Home {
  readonly uprn: string;
  readonly repairs: string;
  readonly asset: string;
  readonly leaks: { readonly Block: string; readonly Flat: string } | undefined;
  readonly address: string;
}

/** Every home of the town. */
export const homes: readonly Home[] = [
  ...[1, 2, 3, 4, 5, 6].map(number => ({
    uprn: flat(number),
    repairs: `0004710${number}`,
    asset: `asset-flat-${number}`,
    leaks: { Block: 'Larch Ho', Flat: String(number) },
    address: `Flat ${number}, Larch House, Linden Road, London`,
  })),
  ...houses.map((uprn, index) => ({
    uprn,
    repairs: `0004820${index + 1}`,
    asset: `asset-house-${index + 1}`,
    leaks: undefined,
    address: `${index + 1} Poplar Row, London`,
  })),
];

/** The gazetteer of the town. */
export const places: readonly Place[] = [
  {
    uprn: block,
    address: 'Larch House, Linden Road, London',
    references: { repairs: ['00047100'], tenancy: ['asset-block'], leaks: ['LARCH HO'] },
  },
  ...homes.map(({ uprn, address, repairs, asset, leaks }) => ({
    uprn,
    address,
    ...(leaks && { blockUprn: block, floor: 'First', stack: 'A' }),
    references: {
      repairs: [repairs],
      tenancy: [asset],
      disrepair: [repairs],
      complaints: [repairs],
      ...(leaks && { leaks: [`LARCH HO/FLAT ${leaks.Flat}`] }),
    },
  })),
  { uprn: demolished, address: '3 Poplar Row, London', status: 'retired' },
].map(place => placeSchema.parse({ status: 'approved', postcode: 'SE15 4PT', references: {}, ...place }));

/** A person, and what no log may ever have of them. */
export interface Person {
  readonly key: string;
  readonly name: string;
}

/** Everybody of the town. */
export const persons: readonly Person[] = ['a', 'b', 'c', 'd'].map(letter => ({
  key: `person-${letter}-45c76564`,
  name: `Zebedee${letter.toUpperCase()} Quillfeather`,
}));

/** Words that are in everything that is told in free text about people: whoever logs it logs them. */
export const secretWords = 'Walks with a frame, threatened Wilhelmina';
/** Words that are in whatever somebody found or did at a home: for all who work there, and in no log either. */
export const foundWords = 'Ceiling at thirty-two per cent, sealant gone';
