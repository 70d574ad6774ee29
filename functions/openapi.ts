/**
 * Writes `functions/openapi.json` from the list of endpoints: `npm run generate`.
 * With `--check` it writes nothing and exits with 1 when the file is not what the schemas say.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from './openapi-document.ts';

const file = new URL('openapi.json', import.meta.url);
const wanted = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, wanted);
} else if (readFileSync(file, 'utf8') !== wanted) {
  process.stderr.write('functions/openapi.json is not what the endpoints say. Run: npm run generate\n');
  process.exitCode = 1;
}
