import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const repository = path.join(import.meta.dirname, '../..');
const runner = path.join(repository, 'infra/local');

/** Its imports are held by .dependency-cruiser.mjs; this holds its words. */
it('the local runner does not name the product', () => {
  const { name } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as {
    name: string;
  };
  const files = globSync('**/*.{ts,md,json}', { cwd: runner, exclude: ['node_modules/**'] });
  expect(files).toContain('package.json');
  const naming = files.filter(file =>
    readFileSync(path.join(runner, file), 'utf8').toLowerCase().includes(name),
  );
  expect(naming).toEqual([]);
});
