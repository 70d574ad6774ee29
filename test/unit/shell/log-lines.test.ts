import { globSync, readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { logLine } from '../../../functions/shell/log.ts';
import { logLines } from '../../../functions/shell/log-lines.ts';
import { printedBy } from '../../support/log-lines/printed.ts';

const root = new URL('../../../', import.meta.url);
const sources = globSync('functions/**/*.ts', { cwd: root })
  .map(file => readFileSync(new URL(file, root), 'utf8'))
  .filter(source => source.includes('logLine('));

test('no two lines have the same code', () => {
  const codes = Object.values(logLines).map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)]);
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test.each(Object.keys(logLines))('%s is written by a function', name => {
  const isWritten = sources.some(source => new RegExp(String.raw`\blogLines\.${name}\b`).test(source));
  expect(
    isWritten,
    `functions/shell/log-lines.ts declares ${name}, but no function writes it. Write it with logLine(logLines.${name}, …), or delete it with what reads it.`,
  ).toBe(true);
});

it('is printed at its level with its code, message and fields', async () => {
  const write = () => logLine(logLines.circuitOpened, { since: 'then', until: 'later' });
  expect(await printedBy(() => Promise.resolve(write()))).toMatchObject([
    { level: 'ERROR', code: 'circuit-opened', message: 'Circuit opened', since: 'then', until: 'later' },
  ]);
});
