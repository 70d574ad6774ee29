import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { systems } from '../functions/adapters/registry.ts';
import { deployArguments } from './deploy-arguments.ts';

const cli = path.join(
  path.dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')),
  'bin/cdk',
);

try {
  const given = deployArguments(process.argv.slice(2), process.env, systems);
  const { status, error } = spawnSync(process.execPath, [cli, ...given], { stdio: 'inherit' });
  if (error !== undefined) throw error;
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(`Nothing was deployed. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
