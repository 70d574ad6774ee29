import { thirteenMonths, twoYears } from '../../../infra/stages/times.ts';
import type { Given } from './given.ts';
import { growthOf, type Keeping } from './growth.ts';
import { england, type Load, supposed } from './load.ts';
import { count, dollars, grid } from './markdown.ts';
import type { Measured } from './measured.ts';

const years = 7;
/** As prod is told. */
const asIs = { leaveAfter: twoYears / 12, archiveDays: thirteenMonths };
/** As it was before events left the table. */
const asWas: Keeping = { archiveDays: 7 * 365 };

/** What is kept, year by year. */
export function growth({ measured }: Given, load: Load): string[] {
  const { rows, rowBytes, idBytes, movedBytes } = measured.history;
  const kept = Math.round(measured.singly.storedBytes);
  return [
    '## Storage over seven years',
    '',
    `An event keeps ${count(kept)} bytes in the records table, with what indexes repeat: ${count(Math.round(rowBytes))} of its rows in ${rows} timelines, ${count(Math.round(idBytes))} of its id, the rest of cases, records and the history of flags. Two years after its own has ended, its rows leave for the bucket of history and take ${count(Math.round(rows * movedBytes))} bytes there. The archive has its own ${supposed.eventKb.value} KB of it for ${asIs.archiveDays} days.`,
    '',
    ...grid(
      ['at the end of year', 'table, GB', 'bucket, GB', 'archive, GB', 'that year', 'moving', 'as it was'],
      rowsOf(measured, load, gb => gb.toFixed(1)),
    ),
    '',
    'England:',
    '',
    ...grid(
      ['at the end of year', 'table, TB', 'bucket, TB', 'archive, TB', 'that year', 'moving', 'as it was'],
      rowsOf(measured, england, gb => (gb / 1024).toFixed(2)),
    ),
    '',
    '_As it was_: every row stays in the table, and the archive keeps seven years.',
    '',
  ];
}

function rowsOf(measured: Measured, load: Load, size: (gb: number) => string): string[][] {
  const before = growthOf(load, measured, asWas, years);
  return growthOf(load, measured, asIs, years).map(
    ({ year, tableGb, bucketGb, archiveGb, dollars: keeping, moving }, index) => [
      String(year),
      ...[tableGb, bucketGb, archiveGb].map(size),
      ...[keeping, moving, before[index]?.dollars ?? 0].map(dollars),
    ],
  );
}
