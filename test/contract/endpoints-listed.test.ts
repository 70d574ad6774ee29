import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { endpoints } from '../../functions/endpoints.ts';

const functions = path.join(import.meta.dirname, '../../functions');
const listed = new Set<string>(
  Object.values<readonly { path: string }[]>(endpoints).flatMap(own => own.map(one => one.path)),
);

/** The paths that the code of endpoints declares, with the file of each. */
const declared = globSync('{intake,delivery,officers}/**/*.ts', { cwd: functions }).flatMap(file =>
  [...readFileSync(path.join(functions, file), 'utf8').matchAll(/^ +path: '(\/v1\/[^']+)',$/gm)].map(
    ([, declaredPath = '']) => ({ file, declaredPath }),
  ),
);

it('there are declarations to look at', () => {
  expect(declared.length).toBeGreaterThan(15);
});

it.each(declared)('$declaredPath is in the list of a function', ({ file, declaredPath }) => {
  expect(
    listed.has(declaredPath),
    `add what functions/${file} exports to the list of the function that answers it: functions/endpoints.ts names them`,
  ).toBe(true);
});
