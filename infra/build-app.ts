import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import cdkJson from '../cdk.json' with { type: 'json' };
import type { SystemManifest } from '../functions/adapters/contract.ts';
import { bundleFunctions } from './bundles.ts';
import { addNagPacks } from './nag.ts';
import { settingsOf } from './settings.ts';
import { addStacks } from './stacks/all-stacks.ts';
import { type Stage, stageFiles, stageOf } from './stages/all-stages.ts';
import type { StageFile } from './stages/stage-file.ts';

const repositoryFunctions = fileURLToPath(new URL('../functions', import.meta.url));

/** How CDK behaves: `cdk.json` has each flag decided, and here it counts wherever the app is synthesised from. */
export const featureFlags: Readonly<Record<string, unknown>> = cdkJson.context;

/** What an app is built from; everything but the manifests has a default that deploys. */
export interface AppOptions {
  /** One manifest a source system: the only list of systems that the infrastructure reads. */
  manifests: readonly SystemManifest[];
  /** The folder with `<function>/handler.ts`. */
  functionsRoot?: string;
  /** Where the cloud assembly goes; left out, the CDK command line decides (`CDK_OUTDIR`). */
  outdir?: string;
  /** Which stage; left out, what CDK's context says (`-c stage=…`), or dev. */
  stage?: Stage;
  /** What the stage is told, where it is not what its file says. */
  file?: StageFile;
}

/**
 * Bundles the functions and builds the app with the stacks of a stage, ready for `synth()`.
 *
 * Usage reporting and the construct tree are left out: the template holds what is deployed and nothing else.
 *
 * @throws {Error} naming the missing entry, the stage, or what its file says that cannot be
 */
export async function buildApp(options: AppOptions): Promise<App> {
  const { manifests, functionsRoot = repositoryFunctions, outdir } = options;
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    ...(outdir === undefined ? {} : { outdir }),
    postCliContext: featureFlags,
  });
  const stage = options.stage ?? stageOf(app.node.tryGetContext('stage') ?? 'dev');
  const settings = settingsOf(stage, options.file ?? stageFiles[stage], manifests);
  const systems = manifests.map(({ system }) => system);
  const bundles = await bundleFunctions(functionsRoot, path.join(app.outdir, 'bundles'), systems);
  addStacks(app, { settings, manifests, bundles });
  addNagPacks(app);
  return app;
}
