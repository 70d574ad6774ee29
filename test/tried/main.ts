import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { renewMarked } from '../support/marked.ts';
import { sections } from './sections.ts';

/**
 * Runs the tests of each section and writes into the README of the tests how many of its cases held, and by how much longer
 * each reader took for four times its input.
 */
const root = path.join(import.meta.dirname, '../..');
const readme = path.join(root, 'test/README.md');

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({
          title: z.string(),
          status: z.string(),
          meta: z.object({ growth: z.number().optional() }),
        }),
      ),
    }),
  ),
});
type Case = z.infer<typeof reportSchema>['testResults'][number]['assertionResults'][number];

function casesOf(files: readonly string[]): Case[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'lintel-tried-'));
  try {
    const report = path.join(folder, 'report.json');
    const given = ['--reporter=json', `--outputFile=${report}`, ...files.map(file => `test/${file}`)];
    spawnSync('npm', ['run', 'test:file', '--', ...given], { cwd: root, stdio: 'inherit' });
    const { testResults } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    const unmatched = files.filter(file => !testResults.some(({ name }) => name.includes(`/test/${file}`)));
    if (unmatched.length > 0) throw new Error(`No tests are in ${unmatched.join(', ')}`);
    return testResults.flatMap(({ assertionResults }) => assertionResults);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const tried = sections.map(section => ({ ...section, cases: casesOf(section.files) }));
const rows = tried.map(({ says, files, cases }) => {
  const ran = cases.filter(({ status }) => status === 'passed' || status === 'failed');
  const held = ran.filter(({ status }) => status === 'passed');
  if (held.length < ran.length) process.exitCode = 1;
  return `| ${says} | ${files.map(file => `\`${file}\``).join(' ')} | ${ran.length} | ${held.length} |`;
});
const growths = tried.flatMap(({ cases }) =>
  cases.flatMap(({ title, meta: { growth } }) =>
    growth === undefined ? [] : [`| ${title.replaceAll('|', '\\|')} | ${growth.toFixed(1)} |`],
  ),
);
const written = [
  `Written by \`npm run test:tried\` on ${new Date().toISOString().slice(0, 10)}.`,
  ...['', '| promise | tests | tried | held |', '| --- | --- | --: | --: |', ...rows],
  ...['', '| reading, of four times as much | times as long |', '| --- | --: |', ...growths],
].join('\n');
renewMarked(readme, 'tried', () => written);
