import { parseArgs } from 'node:util';
import { adapters } from '../functions/adapters/registry.ts';
import { cdk } from './cdk.ts';
import { destroyArguments } from './deploy-arguments.ts';

try {
  const { values, positionals } = parseArgs({
    options: { stage: { type: 'string' }, system: { type: 'string' } },
    allowPositionals: true,
  });
  const systems = adapters.map(({ manifest }) => manifest.system);
  process.exitCode = cdk(destroyArguments(values, systems, positionals));
} catch (error) {
  console.error(`Nothing was destroyed. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
