import path from 'node:path';
import { synthesiseOnce } from './synthesise-once.ts';

/**
 * Synthesises the app as `npm run synth` does: the template and the bundles that would be deployed. What was made of the same
 * sources and packages is used again, and then CDK is not even loaded.
 */
export async function synthesise(outDir: string): Promise<void> {
  await synthesiseOnce({
    root: path.join(import.meta.dirname, '../..'),
    outDir,
    synthesise: async () => {
      const { manifests } = await import('../../functions/adapters/manifests.ts');
      const { buildApp } = await import('../../infra/build-app.ts');
      const app = await buildApp({ manifests, outdir: outDir });
      app.synth();
    },
  });
}
