import { expect, test } from 'vitest';
import { requiredFile } from '../../support/required-file.ts';

test('a file that is missing is named by its path in the repository, with what to do', () => {
  const file = new URL('../../../schemas/examples/housing.none.v1.accepted.json', import.meta.url);
  expect(() => requiredFile(file, 'copy another')).toThrow(
    /^schemas\/examples\/housing\.none\.v1\.accepted\.json is missing: copy another$/,
  );
});

test('a file that is there is read', () => {
  expect(requiredFile(new URL(import.meta.url), 'write it')).toContain('a file that is there is read');
});
