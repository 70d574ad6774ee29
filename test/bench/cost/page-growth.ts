import type { Given } from './given.ts';
import { growthOf } from './growth.ts';
import { england, type Load, supposed } from './load.ts';
import { count, dollars, grid } from './markdown.ts';

const years = 5;

/** What is kept, year by year. */
export function growth({ measured }: Given, load: Load): string[] {
  const of = (each: Load) => growthOf(each, measured.singly.storedBytes, years);
  const [own, all] = [of(load), of(england)];
  return [
    '## Storage over five years',
    '',
    `An event keeps ${count(Math.round(measured.singly.storedBytes))} bytes in the records table, with what indexes repeat, and its own ${supposed.eventKb.value} KB in the archive. Nothing is taken out.`,
    '',
    ...grid(
      [
        'at the end of year',
        'table, GB',
        'archive, GB',
        'that year',
        'England: table, TB',
        'archive, TB',
        'that year',
      ],
      own.map((year, index) => {
        const big = all[index];
        return [
          String(year.year),
          ...[year.tableGb.toFixed(1), year.archiveGb.toFixed(1), dollars(year.dollars)],
          ...[
            ((big?.tableGb ?? 0) / 1024).toFixed(2),
            ((big?.archiveGb ?? 0) / 1024).toFixed(2),
            dollars(big?.dollars ?? 0),
          ],
        ];
      }),
    ),
    '',
  ];
}
