import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The repository. */
export const root = path.join(import.meta.dirname, '../../..');

/** Every page that people read, by its path in the repository. */
export const pages: readonly string[] = globSync(
  ['*.md', '.github/*.md', '{functions,infra,schemas,test}/**/*.md'],
  { cwd: root },
).filter(page => !page.includes('node_modules'));

/** A page's text. */
export function textOf(page: string): string {
  return readFileSync(path.join(root, page), 'utf8');
}

/** A page's text without its blocks of code. */
export function proseOf(page: string): string {
  return textOf(page).replace(/^```[\s\S]*?^```/gm, '');
}
