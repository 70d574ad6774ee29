import type { HomeLocator } from '../../../functions/adapters/contract.ts';
import type { Found } from '../../../functions/intake/item/homes.ts';
import { type Uprn, uprnSchema } from '../../../schemas/reference.ts';

/** A home of the invented estate, with the key that each system has for it. */
export interface Home {
  uprn: Uprn;
  block: Uprn;
  blockName: string;
  flat: number;
  repairs: string;
  tenancy: string;
}

/** Blocks of ten flats that exist nowhere, as the gazetteer and the systems know them. */
export interface Estate {
  homes: readonly Home[];
  /** The gazetteer extract (CSV). */
  extract: string;
  /** What a system's own name for a home means: what the directory would answer. */
  find(locator: HomeLocator): Found;
}

const flatsToABlock = 10;
const headings =
  'uprn,address,postcode,block_uprn,floor,stack,repairs_reference,tenancy_reference,leaks_reference';

/** Builds an estate of so many blocks. */
export function makeEstate(blocks: number): Estate {
  const numbers = Array.from({ length: blocks }, (_, index) => index + 1);
  const homes = numbers.flatMap(homesOf);
  const rows = [...numbers.map(blockRow), ...homes.map(homeRow)];
  const byKey = new Map(
    homes.flatMap(home => [home.uprn, home.repairs, home.tenancy, leaksKey(home)].map(key => [key, home])),
  );
  return {
    homes,
    extract: [headings, ...rows].join('\r\n'),
    find(locator) {
      const key = { uprn: '', reference: '', address: '', 'work-order': '', ...locator };
      const home = byKey.get(key[locator.by]);
      return home === undefined ? { found: 'none' } : { found: 'one', uprn: home.uprn, block: home.block };
    },
  };
}

function homesOf(number: number): Home[] {
  return Array.from({ length: flatsToABlock }, (_, index) => {
    const flat = index + 1;
    const key = `${String(number).padStart(3, '0')}${String(flat).padStart(2, '0')}`;
    return {
      uprn: uprnSchema.parse(`2000009${key}`),
      block: blockUprn(number),
      blockName: `Rowan Court ${number}`,
      flat,
      repairs: `000${key}`,
      tenancy: `asset-${key}`,
    };
  });
}

function blockUprn(number: number): Uprn {
  return uprnSchema.parse(`2000009${String(number).padStart(3, '0')}00`);
}

/** What the leaks team calls a home. */
export function leaksKey({ blockName, flat }: Home): string {
  return `${blockName.toUpperCase()}/FLAT ${flat}`;
}

function blockRow(number: number): string {
  return `${blockUprn(number)},"Rowan Court ${number}, Quay Street",SE15 4PX,,,,,,`;
}

function homeRow(home: Home): string {
  const { uprn, block, blockName, flat, repairs, tenancy } = home;
  const address = `"Flat ${flat}, ${blockName}, Quay Street"`;
  const cells = [uprn, address, 'SE15 4PX', block, Math.ceil(flat / 2), 'AB'[flat % 2], repairs, tenancy];
  return [...cells, leaksKey(home)].join(',');
}
