/**
 * Writes `functions/shell/tables/README.md` from the tables' declarations: `npm run generate`.
 * With `--check` it writes nothing and exits with 1 when the page is not what they say.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { moduleUsers } from './module-users.ts';
import { tablePermissions } from './table-permissions.ts';
import { tablesPage } from './tables-page.ts';

const functions = new URL('../functions/', import.meta.url);
const page = new URL('shell/tables/README.md', functions);
const wanted = tablesPage({
  usersOf: await moduleUsers(fileURLToPath(functions)),
  may: tablePermissions(),
});

if (!process.argv.includes('--check')) {
  writeFileSync(page, wanted);
} else if (readFileSync(page, 'utf8') !== wanted) {
  process.stderr.write(
    'functions/shell/tables/README.md is not what the tables say. Run: npm run generate\n',
  );
  process.exitCode = 1;
}
