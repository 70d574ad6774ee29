import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systems } from '../../../functions/adapters/connected.ts';
import { tableOf } from './accounting/table.ts';
import { measureHours } from './figure/measure.ts';

/** Prints the hours in which anybody was shown something wrong, by cause; with `--write`, also into the page of tests. */
const number = { type: 'string' } as const;
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    homes: { ...number, default: '100' },
    days: { ...number, default: '730' },
    seed: { ...number, default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const [homes, days, seed] = [Number(values.homes), Number(values.days), Number(values.seed)];
const { figure, acts } = await measureHours({ homes, days, seed });
const used = process.cpuUsage();

const lines = [
  `Hours of wrongness, by cause: ${homes} homes, ${days} days, seed ${seed}, by \`npm run hours\`. A warning that is wrong at a home in a system counts for each hour.`,
  '',
  ...tableOf(figure),
  '',
  `In ${Math.round(figure.homesInSystems).toLocaleString('en-GB')} hours × homes × systems anything was wrong, of ${(homes * days * 24 * systems.length).toLocaleString('en-GB')}.`,
];
process.stdout.write(`${lines.join('\n')}\n`);
process.stdout.write(
  `${acts} messages, lists and decisions; ${Math.round((used.user + used.system) / 1e6)} processor seconds\n`,
);
if (values.write) {
  const readme = path.join(import.meta.dirname, '../../README.md');
  const [before = '', , after = ''] = readFileSync(readme, 'utf8').split(/<!-- hours(?: end)? -->\n/);
  writeFileSync(readme, `${before}<!-- hours -->\n${lines.join('\n')}\n<!-- hours end -->\n${after}`);
}
