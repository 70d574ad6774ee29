import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { renewMarked } from './support/marked.ts';

/**
 * Runs each level of tests by its command and writes how long each took into the README beside this file. Of some levels alone
 * (`npm run test:times -- models`), the rows of the others stay.
 */
const readme = path.join(import.meta.dirname, 'README.md');
const { scripts } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const levels = Object.entries(scripts).flatMap(([script, command]) =>
  command.includes('--project ') && !command.includes('&&') ? [script] : [],
);

function row(script: string): string {
  const from = performance.now();
  const { status } = spawnSync('npm', ['run', script], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  const seconds = Math.round((performance.now() - from) / 1000);
  const time = status === 0 ? `${seconds} s` : 'failed';
  return `| \`npm run ${script}\` | ${time} |`;
}

const asked = process.argv.slice(2);
const isAsked = (script: string) => asked.length === 0 || asked.some(name => script === `test:${name}`);
const kept = (script: string, old: string) =>
  old.split('\n').find(line => line.startsWith(`| \`npm run ${script}\` |`));
const load = loadavg()[0]?.toFixed(1);
renewMarked(readme, 'times', old =>
  [
    `Measured on ${new Date().toISOString().slice(0, 10)} with ${availableParallelism()} cores at load ${load}, by \`npm run test:times\`.`,
    '',
    '| command | time |',
    '| --- | --- |',
    ...levels.flatMap(script => (isAsked(script) ? row(script) : (kept(script, old) ?? []))),
  ].join('\n'),
);
