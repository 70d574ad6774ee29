/**
 * Writes `schemas/json/` from the zod schemas: `npm run generate`.
 * With `--check` it writes nothing, names every file that differs, is missing or is not wanted, and exits with 1.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { jsonSchemaFiles } from './json-schema.ts';

const folder = new URL('json/', import.meta.url);
mkdirSync(folder, { recursive: true });
const wanted = jsonSchemaFiles();
const present = new Set(readdirSync(folder));

const differing = [...wanted]
  .filter(([name, text]) => !present.has(name) || readFileSync(new URL(name, folder), 'utf8') !== text)
  .map(([name]) => name);
const unwanted = [...present].filter(name => !wanted.has(name));

if (process.argv.includes('--check')) {
  for (const name of differing)
    process.stderr.write(`schemas/json/${name} is not what the zod schema says\n`);
  for (const name of unwanted) process.stderr.write(`schemas/json/${name} belongs to no event type\n`);
  if (differing.length + unwanted.length > 0) {
    process.stderr.write('Run: npm run generate\n');
    process.exitCode = 1;
  }
} else {
  for (const name of differing) writeFileSync(new URL(name, folder), wanted.get(name) ?? '');
  for (const name of unwanted) rmSync(new URL(name, folder));
  process.stdout.write(`${wanted.size} schemas, ${differing.length} written, ${unwanted.length} removed\n`);
}
