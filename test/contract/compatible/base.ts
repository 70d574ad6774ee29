import { execFileSync } from 'node:child_process';
import type { Files } from './contract.ts';

/** A commit to compare with, and its files. */
export interface Base extends Files {
  /** What it is, in words. */
  readonly name: string;
}

/**
 * The commit from which the present work started: the merge base with `origin/main` or `main`, or, on `main` itself and
 * where neither is known, the commit before.
 *
 * @param cwd the repository
 * @returns undefined where there is none: outside of Git, or in a clone of a single commit
 */
export function baseOf(cwd: string): Base | undefined {
  const git = (...words: string[]) => attempt(cwd, words);
  const head = git('rev-parse', 'HEAD');
  const mergeBase = git('merge-base', 'HEAD', 'origin/main') ?? git('merge-base', 'HEAD', 'main');
  const commit = mergeBase === undefined || mergeBase === head ? git('rev-parse', 'HEAD~1') : mergeBase;
  if (commit === undefined) return undefined;
  return {
    name: git('log', '-1', '--format=%h (%s)', commit) ?? commit,
    list: folder => git('ls-tree', '--name-only', `${commit}:${folder}`)?.split('\n').filter(Boolean) ?? [],
    read: path => git('show', `${commit}:${path}`),
  };
}

/** What Git answers, without the last line end; undefined when it fails. */
function attempt(cwd: string, words: readonly string[]): string | undefined {
  try {
    const options = { cwd, encoding: 'utf8', stdio: 'pipe', maxBuffer: 64 * 1024 * 1024 } as const;
    return execFileSync('git', words, options).trimEnd();
  } catch {
    return undefined;
  }
}
