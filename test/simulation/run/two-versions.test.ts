import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runs } from '../../support/effort.ts';
import { versionIn } from '../hub/version.ts';
import { listeningToLogs } from '../world/logs.ts';
import { runSeed } from './run-seed.ts';

/**
 * The hub is deployed while it works: functions of the version before run beside those of the present one, on the same
 * tables and queues. The version before is this one, as it is or with an edit.
 */

const repository = path.join(import.meta.dirname, '../../..');
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lintel-version-'));
  for (const name of ['functions', 'schemas', 'package.json'])
    cpSync(path.join(repository, name), path.join(root, name), { recursive: true });
  symlinkSync(path.join(repository, 'node_modules'), path.join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function edit(file: string, find: string, replace: string): void {
  const place = path.join(root, 'functions', file);
  const text = readFileSync(place, 'utf8');
  expect(text.split(find), `${file} has this once: ${find}`).toHaveLength(2);
  writeFileSync(place, text.replace(find, replace));
}

it('two versions that agree work beside each other', () =>
  listeningToLogs(async () => {
    const before = await versionIn(root);
    for (let seed = 1; seed <= runs(3); seed += 1)
      expect((await runSeed({ seed, before })).breaches).toEqual([]);
  }));

it('a version that keeps its events elsewhere is found', () =>
  listeningToLogs(async () => {
    edit('shell/tables/records/keys.ts', "eventRows = 'EVENT#'", "eventRows = 'HEARD#'");
    const before = await versionIn(root);
    const broken = new Set<string>();
    for (let seed = 1; seed <= 3; seed += 1)
      for (const { invariant } of (await runSeed({ seed, before })).breaches) broken.add(invariant);
    expect([...broken]).toContain('nothing lost');
  }));
