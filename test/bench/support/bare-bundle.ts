import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../../infra/bundles.ts';
import type { DeployedBundle } from './deployed-bundles.ts';
import { deployedBundle } from './deployed-bundles.ts';

/** What a handler is at least: it has a client of the database, and answers. */
const source = `
  import { documentClient } from './functions/shell/clients.ts';
  const client = documentClient();
  export const handler = () => client.config.region();`;

/** Bundles a handler that does nothing, as every other is bundled: what the others cost beyond it is the hub's own. */
export async function bareBundle(folder: string): Promise<DeployedBundle> {
  const outfile = path.join(folder, 'bare/index.mjs');
  const resolveDir = path.join(import.meta.dirname, '../../..');
  await build({ ...bundleOptions, stdin: { contents: source, resolveDir, loader: 'ts' }, outfile });
  return deployedBundle('(bare)', path.dirname(outfile), {});
}
