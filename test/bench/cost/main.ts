/**
 * Says what it costs: `npm run cost -- --events 2000000 --properties 31000 --systems 5`. With `--write` it writes the page of
 * a borough, `test/bench/cost/README.md`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { borough, type Load } from './load.ts';
import { readMeasured } from './measured.ts';
import { costPage, keptPage } from './page.ts';
import { templateCounts } from './template-counts.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: String(borough.events) },
    properties: { type: 'string', default: String(borough.properties) },
    systems: { type: 'string', default: String(borough.systems) },
    write: { type: 'boolean', default: false },
  },
});
const load: Load = {
  events: numberOf('events', values.events),
  properties: numberOf('properties', values.properties),
  systems: numberOf('systems', values.systems),
};
const given = { measured: readMeasured(), templates: await templateCounts() };
if (values.write) writeFileSync(new URL('README.md', import.meta.url), keptPage(given));
else process.stdout.write(`${costPage(given, load)}\n`);

function numberOf(name: string, text: string): number {
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text);
  throw new Error(`--${name} is ${JSON.stringify(text)}: give a whole number, such as --${name} 5`);
}
