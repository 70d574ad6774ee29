import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const cli = path.join(
  path.dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')),
  'bin/cdk',
);

/** Runs CDK's command line. @returns its exit code */
export function cdk(given: readonly string[]): number {
  const { status, error } = spawnSync(process.execPath, [cli, ...given], { stdio: 'inherit' });
  if (error !== undefined) throw error;
  return status ?? 1;
}
