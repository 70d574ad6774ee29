import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Version } from '../hub/functions.ts';
import { versionIn } from '../hub/version.ts';

const repository = path.join(import.meta.dirname, '../../..');

/**
 * Loads the version of the hub that a commit has, with the packages that are installed now.
 * @throws {Error} when Git knows no such commit, or the functions of it are made in another way
 */
export function versionAt(commit: string): Promise<Version> {
  const root = mkdtempSync(path.join(tmpdir(), 'lintel-before-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  const files = ['functions', 'schemas', 'package.json'];
  const tar = execFileSync('git', ['archive', commit, ...files], {
    ...{ cwd: repository, maxBuffer: 256 * 1024 * 1024 },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  execFileSync('tar', ['-x', '-C', root], { input: tar });
  symlinkSync(path.join(repository, 'node_modules'), path.join(root, 'node_modules'));
  return versionIn(root);
}
