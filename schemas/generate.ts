/**
 * Writes `schemas/json/`, `flag-codes.json` and `asyncapi.json` from the zod schemas and the taxonomy: `npm run generate`.
 * With `--check` it writes nothing, names every file that differs, is missing or is not wanted, and exits with 1.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { asyncApiDocument } from './asyncapi.ts';
import { flagCodes } from './flag-codes.ts';
import { jsonSchemaFiles } from './json-schema.ts';

const folder = new URL('./', import.meta.url);
const exampleOf = (type: string): unknown => JSON.parse(exampleText(`examples/${type}.accepted.json`));
const textOf = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`;

mkdirSync(new URL('json/', folder), { recursive: true });
const wanted = new Map([
  ...[...jsonSchemaFiles()].map(([name, text]) => [`json/${name}`, text] as const),
  ['flag-codes.json', textOf(flagCodes())],
  ['asyncapi.json', textOf(asyncApiDocument(exampleOf))],
]);
const present = new Set(
  [...namesIn('json/').map(name => `json/${name}`), ...namesIn('./')].filter(name => name.endsWith('.json')),
);

const differing = [...wanted]
  .filter(([name, text]) => !present.has(name) || readFileSync(new URL(name, folder), 'utf8') !== text)
  .map(([name]) => name);
const unwanted = [...present].filter(name => !wanted.has(name));

if (process.argv.includes('--check')) {
  for (const name of differing) process.stderr.write(`schemas/${name} is not what the zod schemas say\n`);
  for (const name of unwanted) process.stderr.write(`schemas/${name} is of nothing that there is\n`);
  if (differing.length + unwanted.length > 0) {
    process.stderr.write('Run: npm run generate\n');
    process.exitCode = 1;
  }
} else {
  for (const name of differing) writeFileSync(new URL(name, folder), wanted.get(name) ?? '');
  for (const name of unwanted) rmSync(new URL(name, folder));
  process.stdout.write(`${wanted.size} files, ${differing.length} written, ${unwanted.length} removed\n`);
}

function exampleText(name: string): string {
  const file = new URL(name, folder);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new Error(`schemas/${name} is missing: copy that of another event type, and change it`);
}

function namesIn(place: string): string[] {
  return readdirSync(new URL(place, folder));
}
