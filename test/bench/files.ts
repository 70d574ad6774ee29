import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Bench, BenchContext } from './bench.ts';
import type { FilesReport } from './files/measured.ts';
import { figure, printTable } from './support/print.ts';

/** What is compared with and sorted does not fit in it by far when there are ten times as many rows. */
const heapMegabytes = 192;

/** What the files function itself takes for a file: reading, comparing, translating; without the services behind it. */
export const files: Bench = {
  title: 'files and snapshots by row, in a process with little memory; no database and no bus',
  async run(context) {
    for (const rows of context.long ? [100_000, 1_000_000] : [100_000]) await measure(rows, context);
  },
};

async function measure(rows: number, { folder }: BenchContext): Promise<void> {
  const child = fork(
    new URL('./files/child.ts', import.meta.url),
    [path.join(folder, `files-${rows}`), String(rows)],
    {
      execArgv: [`--max-old-space-size=${heapMegabytes}`],
      env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'SILENT' },
    },
  );
  const [answer] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) =>
      Promise.reject(new Error(`The files were not worked off: exit ${code}`)),
    ),
  ]);
  const { measured, bytesBefore, peakBytes } = answer as FilesReport;
  printTable(
    ['', 'rows', 'MB', 'events', 'seconds', 'rows a second'],
    measured.map(each => [
      each.what,
      each.rows,
      each.bytes / 1024 ** 2,
      each.events,
      each.seconds,
      each.rows / each.seconds,
    ]),
  );
  const [before, peak] = [bytesBefore, peakBytes].map(bytes => figure(bytes / 1024 ** 2));
  console.log(
    `  memory of the process (RSS): ${before} MB before the first file, ${peak} MB at the most; heap of ${heapMegabytes} MB`,
  );
}
