/**
 * Writes `functions/openapi.json`, the types of the client and the page of endpoints from the list of endpoints:
 * `npm run generate`.
 * With `--check` it writes nothing and exits with 1 when a file is not what the endpoints say.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endpointsPage } from './endpoints-page.ts';
import { type Document, openApiTypes } from './openapi/types.ts';
import { openApiDocument } from './openapi-document.ts';

const document = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
const files = {
  'openapi.json': document,
  '../schemas/client/api.d.ts': openApiTypes(JSON.parse(document) as Document),
  'shell/http/README.md': endpointsPage(),
};

for (const [name, wanted] of Object.entries(files)) {
  const file = new URL(name, import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, wanted);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) {
    process.stderr.write(
      `${path.join('functions', name)} is not what the endpoints say. Run: npm run generate\n`,
    );
    process.exitCode = 1;
  }
}
