import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pages, proseOf, root, textOf } from './pages.ts';

/** Where a page may mean a path from: its own folder, the functions, the tests or the whole repository. */
function isThere(page: string, target: string): boolean {
  return [path.dirname(page), 'functions', 'test', '.'].some(from =>
    existsSync(path.join(root, from, target)),
  );
}

it.each(pages)('%s names files and follows links that are there', page => {
  const text = textOf(page);
  const named = [...text.matchAll(/`((?:[\w.-]+\/)+(?:[\w.-]+\.(?:ts|md|json|mjs))?)`/g)];
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
  const missing = [...named, ...linked].map(([, target]) => target ?? '').filter(it => !isThere(page, it));
  expect(missing, 'correct the path, or remove what is said of it').toEqual([]);
});

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

it.each(pages)('%s links to headings that are there', page => {
  const links = [...proseOf(page).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)];
  const missing = links.filter(([, file = '', anchor = '']) => {
    const target = file === '' ? page : path.join(path.dirname(page), file);
    const headings = [...proseOf(target).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
    return !headings.map(anchorOf).includes(anchor);
  });
  expect(
    missing.map(([link]) => link),
    'correct the anchor: the heading has other words',
  ).toEqual([]);
});
