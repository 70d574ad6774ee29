/**
 * Compares what is published of events, flags, bus and API with the last release and with the commit from which the present
 * work started, and exits with 1 when something is not an addition or the changelog does not say it: `npm run check:compatible`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { baseOf } from './base.ts';
import { brokenContract } from './broken.ts';
import { wrongChangelog } from './changelog.ts';
import { changedNames } from './changes.ts';
import { contractIn, type Files } from './contract.ts';
import { readReleased } from './released.ts';

const repository = path.join(import.meta.dirname, '../../..');
const workingTree: Files = {
  list: folder => readdirSync(path.join(repository, folder)),
  read: file => readFileSync(path.join(repository, file), 'utf8'),
};

const today = new Date().toISOString().slice(0, 10);
const present = contractIn(workingTree);
const released = readReleased(new URL('../../../schemas/released/', import.meta.url));
const version = released.bus.info?.version ?? '';
complain(`since the release ${version}`, brokenContract(released, present, today));
complain(
  'in the changelog',
  wrongChangelog(workingTree.read('schemas/CHANGELOG.md') ?? '', version, changedNames(released, present)),
);

const base = baseOf(repository);
if (base === undefined) {
  process.stderr.write('There is no earlier commit: only the release is compared.\n');
} else {
  complain(`since ${base.name}`, brokenContract(contractIn(base), present, today));
}

function complain(since: string, broken: readonly string[]): void {
  for (const line of broken) process.stderr.write(`${line}\n`);
  if (broken.length === 0) return;
  process.stderr.write(`${broken.length} faults ${since}.\n`);
  process.exitCode = 1;
}
