import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RepositoryCopy } from '../e2e/support/repository-copy.ts';

/** Adds a file to a copy, or changes one. */
export async function write(copy: RepositoryCopy, file: string, source: string): Promise<void> {
  await writeFile(path.join(copy.folder, file), source);
}

/** Replaces a text of a file of a copy. @throws {Error} when the file has no such text: the patch would change nothing. */
export async function replace(
  copy: RepositoryCopy,
  file: string,
  before: string,
  after: string,
): Promise<void> {
  const source = await readFile(path.join(copy.folder, file), 'utf8');
  if (!source.includes(before))
    throw new Error(`${file} has no “${before}” any more: bring the patch up to date`);
  await write(copy, file, source.replace(before, after));
}

/** What a check of a copy says when it refuses; an empty text when it passes. */
export function refusal(copy: RepositoryCopy, tool: string, ...parameters: string[]): Promise<string> {
  return copy.run(tool, ...parameters).then(
    () => '',
    (error: Error) => error.message,
  );
}

/** What the compiler says of some files and of what they import, by file. */
export async function compilerErrors(
  copy: RepositoryCopy,
  files: readonly string[],
): Promise<(file: string) => string> {
  const project = 'tsconfig.patched.json';
  await write(copy, project, JSON.stringify({ extends: './tsconfig.json', include: [], files }));
  const said = await refusal(copy, 'tsc', '--project', project, '--pretty', 'false');
  const errors = said.split(/\n(?=\S+\(\d+,\d+\): error)/).slice(1);
  return file => errors.filter(error => error.startsWith(`${file}(`)).join('\n');
}
