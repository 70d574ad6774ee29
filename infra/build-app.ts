import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import type { SystemManifest } from '../functions/adapters/contract.ts';
import { bundleFunctions } from './bundles.ts';
import { addNagPacks } from './nag.ts';
import { settingsOf } from './settings.ts';
import { addStacks } from './stacks/all-stacks.ts';

const repositoryFunctions = fileURLToPath(new URL('../functions', import.meta.url));

/** How CDK behaves, wherever the app is synthesised from. */
export const featureFlags = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:failSynthOnValidationErrors': true,
} as const;

/** What an app is built from; everything but the manifests has a default that deploys. */
export interface AppOptions {
  /** One manifest a source system: the only list of systems that the infrastructure reads. */
  manifests: readonly SystemManifest[];
  /** The folder with `<function>/handler.ts`. */
  functionsRoot?: string;
  /** Where the cloud assembly goes; left out, the CDK command line decides (`CDK_OUTDIR`). */
  outdir?: string;
  /** Context as by `-c key=value`: `stage`, `region`, `principal:<system>`. */
  context?: Readonly<Record<string, string>>;
}

/**
 * Bundles the functions and builds the app with the stacks of a stage, ready for `synth()`.
 *
 * Usage reporting and the construct tree are left out: the template holds what is deployed and nothing else.
 *
 * @throws {Error} naming the missing entry, stage or principal and how to give it
 */
export async function buildApp(options: AppOptions): Promise<App> {
  const { manifests, functionsRoot = repositoryFunctions, outdir, context = {} } = options;
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    ...(outdir === undefined ? {} : { outdir }),
    postCliContext: { ...featureFlags, ...context },
  });
  const settings = settingsOf(key => app.node.tryGetContext(key), manifests);
  const bundles = await bundleFunctions(functionsRoot, path.join(app.outdir, 'bundles'));
  addStacks(app, { settings, manifests, bundles });
  addNagPacks(app);
  return app;
}
