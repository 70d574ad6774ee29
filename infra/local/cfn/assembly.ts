import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { Stack, Template } from './template.ts';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});

const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional(), packaging: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/** A synthesised CDK app: its stacks, and the folder behind each asset's object key. */
export interface Assembly {
  readonly stacks: readonly Stack[];
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * Reads a `cdk.out` folder: manifest, templates and asset manifests.
 *
 * @param outDir the folder `cdk synth` wrote
 * @throws when the folder holds no manifest or no stack, or uses nested stages
 */
export async function readAssembly(outDir: string): Promise<Assembly> {
  const { artifacts } = manifestSchema.parse(await readJson(path.join(outDir, 'manifest.json')));
  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  for (const [name, artifact] of Object.entries(artifacts)) {
    if (artifact.type === 'aws:cloudformation:stack') {
      const file = z.string().parse(artifact.properties?.['templateFile']);
      stacks.push({ name, template: (await readJson(path.join(outDir, file))) as Template });
    }
    if (artifact.type === 'cdk:asset-manifest') {
      const file = z.string().parse(artifact.properties?.['file']);
      await readAssets(outDir, file, assets);
    }
    if (artifact.type === 'cdk:cloud-assembly') {
      throw new Error(
        `${name} in ${outDir} is a nested stage: the local runner plays stacks of one app only`,
      );
    }
  }
  if (stacks.length === 0) throw new Error(`no stack in ${outDir}/manifest.json: synthesise the app first`);
  return { stacks, assets };
}

async function readAssets(outDir: string, file: string, assets: Map<string, string>): Promise<void> {
  const { files } = assetsSchema.parse(await readJson(path.join(outDir, file)));
  for (const { source, destinations } of Object.values(files)) {
    if (source.path === undefined || source.packaging !== 'zip') continue;
    for (const { objectKey } of Object.values(destinations))
      assets.set(objectKey, path.join(outDir, source.path));
  }
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
