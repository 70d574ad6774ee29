import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pages, root, textOf } from './pages.ts';

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

it.each(pages)('%s names commands that are there', page => {
  const named = [...textOf(page).matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script);
  const missing = named.filter(script => !(script in scripts));
  expect(missing, 'name a script of package.json, or remove what is said of it').toEqual([]);
});

it('the page of tests names every level that has a command', () => {
  const levels = Object.keys(scripts).filter(script => scripts[script]?.includes('--project '));
  const page = textOf('test/README.md');
  expect(levels.length).toBeGreaterThan(5);
  expect(
    levels.filter(script => !page.includes(`\`${script.replace('test:', '')}\``) && script !== 'test'),
  ).toEqual([]);
});
