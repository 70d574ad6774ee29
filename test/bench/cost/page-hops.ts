import { batches, type Given, ways } from './given.ts';
import { type Hop, hopsOf, sumOf } from './hops.ts';
import type { Load } from './load.ts';
import { dollars, grid } from './markdown.ts';

/** A million events, hop by hop, and each hop’s share. */
export function perMillion({ measured }: Given, load: Load): string[] {
  const hops = ways.map(({ way }) => hopsOf(measured[way], batches[way], load));
  const sums = hops.map(sumOf);
  const rows = (hops[0] ?? []).map(({ name }, row) => [
    name,
    ...hops.flatMap((own, index) => shareOf(own[row], sums[index])),
  ]);
  return [
    '## A million events, hop by hop',
    '',
    `In US dollars, for ${load.systems} systems, and each hop’s share.`,
    '',
    ...grid(
      ['hop', ...ways.flatMap(({ words }) => [words, 'share'])],
      [...rows, ['all', ...sums.flatMap(sum => [dollars(sum), '100 %'])]],
    ),
    '',
  ];
}

function shareOf(hop: Hop | undefined, sum = 0): string[] {
  const cost = hop?.perMillion ?? 0;
  return [dollars(cost), `${((100 * cost) / sum).toFixed(1)} %`];
}
