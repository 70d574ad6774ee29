import { manifests } from '../../functions/adapters/manifests.ts';
import { buildApp } from '../../infra/build-app.ts';

/** Synthesises the app as `npm run synth` does: the template and the bundles that would be deployed. */
export async function synthesise(outDir: string): Promise<void> {
  const app = await buildApp({ manifests, outdir: outDir });
  app.synth();
}
