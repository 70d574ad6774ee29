import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withOwnDisk } from './own-disk.ts';

it('what was left on a disk of its own is gone afterwards, also after a failure', async () => {
  const usual = tmpdir();
  const left: string[] = [];
  const leave = async () => void left.push(await mkdtemp(path.join(tmpdir(), 'left-')));
  await withOwnDisk(leave);
  const failing = withOwnDisk(async () => {
    await leave();
    throw new Error('killed');
  });
  await expect(failing).rejects.toThrow('killed');
  expect(left.map(folder => [folder.startsWith(usual), path.dirname(folder) !== usual])).toEqual([
    [true, true],
    [true, true],
  ]);
  expect(left.filter(existsSync)).toEqual([]);
  expect(tmpdir()).toBe(usual);
});
