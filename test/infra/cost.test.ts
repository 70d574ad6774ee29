import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readMeasured } from '../bench/cost/measured.ts';
import { keptPage } from '../bench/cost/page.ts';
import { templateCounts } from '../bench/cost/template-counts.ts';

const page = readFileSync(new URL('../bench/cost/README.md', import.meta.url), 'utf8');

test('the page of the cost is what the templates and the measured figures make it', async () => {
  const wanted = keptPage({ measured: readMeasured(), templates: await templateCounts() });
  expect(page, 'Run: npm run cost -- --write').toBe(wanted);
});

const numberIn = (cell = '') => Number(cell.replaceAll(/[, %]/g, ''));
const rowsUnder = (heading: string) =>
  (page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter(line => line.startsWith('| '))
    .slice(2)
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );

test('its hops add up, in dollars and in shares', () => {
  const rows = rowsUnder('A million events, hop by hop');
  const hops = rows.filter(([name]) => name !== 'all');
  const all = rows.find(([name]) => name === 'all') ?? [];
  expect(hops.length).toBeGreaterThan(10);
  for (const column of [1, 2, 3, 4, 5, 6]) {
    const sum = hops.reduce((total, row) => total + numberIn(row[column]), 0);
    const rounding = hops.length * (column % 2 === 1 ? 0.005 : 0.05);
    expect(Math.abs(sum - numberIn(all[column])), `column ${column}`).toBeLessThanOrEqual(rounding);
  }
});

test('its years are its million times the events, and what stands', () => {
  const all = rowsUnder('A million events, hop by hop').find(([name]) => name === 'all') ?? [];
  const [borough] = rowsUnder('A year');
  const [, singly, inTens, standing, together] = (borough ?? []).map(numberIn);
  expect(singly).toBeCloseTo(2 * numberIn(all[1]), 1);
  expect(inTens).toBeCloseTo(2 * numberIn(all[3]), 1);
  expect(together).toBeCloseTo((singly ?? 0) + (standing ?? 0), 1);
  const [month = ''] = /What stands costs ([\d.,]+) a month/.exec(page)?.slice(1) ?? [];
  expect(Math.abs((standing ?? 0) - 12 * numberIn(month))).toBeLessThan(0.07);
});
