import { makeRandom } from '../../../bench/support/random.ts';
import { makeGazetteer } from './gazetteer.ts';
import { extractOf, type KnownHome } from './known-home.ts';
import { makeMessy } from './messy.ts';
import { developmentNames, heldOutNames, type Names } from './names.ts';

/** What a generated set is made from. Other names, other seeds: nothing of one set is in the other. */
export const generatedSets: Readonly<Record<'development' | 'held-out', { names: Names; seed: number }>> = {
  development: { names: developmentNames, seed: 1 },
  'held-out': { names: heldOutNames, seed: 2 },
};

const homesInSet = 2_500;
const addressesInSet = 2_000;

/** The two files of a generated set, as text: the gazetteer's extract, and the labelled addresses. */
export function makeSet({ names, seed }: { names: Names; seed: number }) {
  const homes = makeGazetteer(names, seed, homesInSet);
  return { gazetteer: extractOf(homes), addresses: addressRows(homes, seed + 100) };
}

function addressRows(homes: readonly KnownHome[], seed: number): string {
  const random = makeRandom(seed);
  const rows = Array.from({ length: addressesInSet }, () => makeMessy(homes, random)).map(
    ({ address, uprns, how }) => `"${address}",${meaningOf(uprns)},"${how}"`,
  );
  return `${['address,means,why', ...rows].join('\n')}\n`;
}

function meaningOf([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'none';
  return others.length === 0 ? first : 'several';
}
