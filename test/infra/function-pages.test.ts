import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { functionNames, handlerFolders } from '../../infra/bundles.ts';
import { touchesOf } from './function-touches.ts';
import { synthesise } from './synthesised.ts';

const functions = path.join(import.meta.dirname, '../../functions');

/** What a page says that its function touches: the first column of its table, with the actions of the second. */
function saidIn(page: string): Record<string, string> {
  const section = /^## What it touches\n([\s\S]*?)(?=^## )/m.exec(page)?.[1] ?? '';
  const rows = [...section.matchAll(/^\| (?!what|---)(.*?) \| (.*?) \|/gm)];
  return Object.fromEntries(
    rows.map(([, what = '', may = '']) => [
      what.replaceAll('`', ''),
      may.replaceAll('`', '').split(', ').sort().join(', '),
    ]),
  );
}

test.each(functionNames)('the page of %s says what its role allows', async name => {
  const page = readFileSync(path.join(functions, handlerFolders[name], 'README.md'), 'utf8');
  expect(saidIn(page), `correct "What it touches" in functions/${handlerFolders[name]}/README.md`).toEqual(
    touchesOf(await synthesise(), name),
  );
});
