import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { baseOf } from './base.ts';

let folder: string;
const git = (...words: string[]) => {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...author, ...words], { cwd: folder, stdio: 'pipe' });
};
const commit = (text: string) => {
  writeFileSync(path.join(folder, 'said.txt'), text);
  git('add', '.');
  git('commit', '-m', text);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lintel-base-'));
  git('init', '--initial-branch', 'main');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('of a branch is where it left main, whatever main did since', () => {
  commit('first');
  git('switch', '--create', 'work');
  commit('second');
  commit('third');
  git('switch', 'main');
  commit('elsewhere');
  git('switch', 'work');
  expect(baseOf(folder)?.read('said.txt')).toBe('first');
});

it('of main itself, and where no main is known, is the commit before', () => {
  commit('first');
  commit('second');
  expect(baseOf(folder)?.read('said.txt')).toBe('first');
  git('branch', '--move', 'work');
  expect(baseOf(folder)?.read('said.txt')).toBe('first');
});

it('is unknown of the first commit and outside of Git', () => {
  expect(baseOf(folder)).toBeUndefined();
  commit('first');
  expect(baseOf(folder)).toBeUndefined();
});

it('lists files, and knows what was not there', () => {
  commit('first');
  commit('second');
  const base = baseOf(folder);
  expect(base?.name).toMatch(/^[0-9a-f]+ \(first\)$/);
  expect(base?.list('')).toEqual(['said.txt']);
  expect([base?.list('other'), base?.read('other.txt')]).toEqual([[], undefined]);
});
