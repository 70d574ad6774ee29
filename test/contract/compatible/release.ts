/**
 * Keeps the contract as it is as the release that `schemas/contract-version.ts` and the changelog name:
 * `npm run release:contract`. It exits with 1, and writes nothing, when that would not be a release.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brokenContract } from './broken.ts';
import { changedNames } from './changes.ts';
import { contractIn } from './contract.ts';
import { noRelease } from './no-release.ts';
import { readReleased, writeReleased } from './released.ts';

const repository = path.join(import.meta.dirname, '../../..');
const folder = new URL('../../../schemas/released/', import.meta.url);
const read = (file: string) => readFileSync(path.join(repository, file), 'utf8');

const present = contractIn({ list: place => readdirSync(path.join(repository, place)), read });
const before = existsSync(folder) ? readReleased(folder) : undefined;
const wrong = [
  ...(before === undefined ? [] : brokenContract(before, present, new Date().toISOString().slice(0, 10))),
  ...noRelease(
    read('schemas/CHANGELOG.md'),
    present.bus.info?.version ?? '',
    before && {
      version: before.bus.info?.version ?? '',
      changed: changedNames(before, present),
    },
  ),
];

for (const line of wrong) process.stderr.write(`${line}\n`);
if (wrong.length > 0) process.exitCode = 1;
else {
  writeReleased(folder, present);
  process.stdout.write(`${present.bus.info?.version} is released: commit schemas/released/ and tag it.\n`);
}
