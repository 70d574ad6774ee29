import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const tests = path.join(import.meta.dirname, '../..');
const map = readFileSync(path.join(tests, 'README.md'), 'utf8').split('## Promises')[1] ?? '';

it('every promise in the map of tests has tests that are there', () => {
  const rows = map.split('\n').filter(line => line.startsWith('| ') && line.includes('`'));
  expect(rows.length).toBeGreaterThan(10);
  const named = rows.flatMap(row => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  const missing = named.filter(name => globSync(`${name}{,.ts,.test.ts}`, { cwd: tests }).length === 0);
  expect(missing, 'name the file under test/ without its ending, or the folder').toEqual([]);
});
