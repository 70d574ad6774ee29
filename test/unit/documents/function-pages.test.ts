import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { handlerFolders } from '../../../infra/bundles.ts';

const functions = path.join(import.meta.dirname, '../../../functions');
const headings = ['Purpose', 'Flow', 'What it touches', 'When it fails', 'Peculiarities'];

test.each(Object.entries(handlerFolders))('%s has a page with the headings of all', (name, folder) => {
  const page = path.join(functions, folder, 'README.md');
  const advice = `write functions/${folder}/README.md with these headings, as the other functions have`;
  expect(existsSync(page), advice).toBe(true);
  const text = readFileSync(page, 'utf8');
  expect(
    [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
    advice,
  ).toEqual(headings);
  expect(text.split('\n')[0]).toBe(`# ${name}`);
});
