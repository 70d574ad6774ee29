import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { drive } from '../run/drive.ts';
import { goLiveOf, judged, type Row } from './rehearsal.ts';

/** Prints what every system shows a quarter of a year after a go-live, by code; with `--write`, also into the page of tests. */
const { values } = parseArgs({
  options: {
    homes: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const [homes, seed] = [Number(values.homes), Number(values.seed)];
const borough = goLiveOf({ homes, seed, oncePerCode: false });
const { rows, wrongs } = judged(borough, (await drive(borough)).shown);

const columns = ['dangers', 'shown', 'missing', 'extra'] as const;
const line = (title: string, all: readonly Row[]) =>
  `| ${title} | ${columns.map(column => all.reduce((sum, row) => sum + row[column], 0)).join(' | ')} |`;
const lines = [
  `A quarter of a year after a go-live with ${homes} homes, seed ${seed}, by \`npm run go-live\`: a warning at a home in a system counts once.`,
  '',
  `| code | ${columns.join(' | ')} |`,
  `| --- |${' ---: |'.repeat(columns.length)}`,
  ...rows.map(row => line(row.code, [row])),
  line('all', rows),
];
process.stdout.write(`${lines.join('\n')}\n`);
for (const { kind, code, system, home, from, to } of wrongs)
  process.stdout.write(
    `${kind}: ${code} at ${home} in ${system}, ${new Date(from).toISOString()} to ${new Date(to).toISOString()}\n`,
  );
process.exitCode = rows.every(({ missing, extra }) => missing + extra === 0) ? 0 : 1;
if (values.write) {
  const readme = path.join(import.meta.dirname, '../../../README.md');
  const [before = '', , after = ''] = readFileSync(readme, 'utf8').split(/<!-- go-live(?: end)? -->\n/);
  writeFileSync(readme, `${before}<!-- go-live -->\n${lines.join('\n')}\n<!-- go-live end -->\n${after}`);
}
