import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../../..');
const pages = globSync('{README.md,{functions,infra,schemas,test}/**/README.md}', { cwd: root }).filter(
  page => !page.includes('node_modules'),
);

/** Where a page may mean a path from: its own folder, the functions, the tests or the whole repository. */
function isThere(page: string, target: string): boolean {
  return [path.dirname(page), 'functions', 'test', '.'].some(from =>
    existsSync(path.join(root, from, target)),
  );
}

it.each(pages)('%s names files and follows links that are there', page => {
  const text = readFileSync(path.join(root, page), 'utf8');
  const named = [...text.matchAll(/`((?:[\w.-]+\/)+(?:[\w.-]+\.(?:ts|md|json|mjs))?)`/g)];
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
  const missing = [...named, ...linked].map(([, target]) => target ?? '').filter(it => !isThere(page, it));
  expect(missing, 'correct the path, or remove what is said of it').toEqual([]);
});
