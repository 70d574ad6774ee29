/**
 * Writes `functions/openapi.json` and the page of endpoints from the list of endpoints: `npm run generate`.
 * With `--check` it writes nothing and exits with 1 when a file is not what the endpoints say.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { endpointsPage } from './endpoints-page.ts';
import { openApiDocument } from './openapi-document.ts';

const files = {
  'openapi.json': `${JSON.stringify(openApiDocument(), null, 2)}\n`,
  'shell/http/README.md': endpointsPage(),
};

for (const [name, wanted] of Object.entries(files)) {
  const file = new URL(name, import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, wanted);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) {
    process.stderr.write(`functions/${name} is not what the endpoints say. Run: npm run generate\n`);
    process.exitCode = 1;
  }
}
