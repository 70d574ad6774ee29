import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inject, vi } from 'vitest';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import { buildApp } from '../../infra/build-app.ts';
import { type FunctionName, functionNames, handlerFolders } from '../../infra/bundles.ts';
import { type Cfn, mergedTemplate, type Template } from '../../infra/merged-template.ts';
import { type Stage, stageFiles } from '../../infra/stages/all-stages.ts';
import type { StageFile } from '../../infra/stages/stage-file.ts';
import { systemNameSchema } from '../../schemas/reference.ts';

export interface Resource {
  id: string;
  Type: string;
  Properties: Cfn;
  DeletionPolicy?: string;
  DependsOn?: string[];
}

export interface Synthesised {
  outdir: string;
  /** All stacks as one: what one imports of another stands there as what it is. */
  template: Template;
  /** Each stack by itself, by name, in the order of deployment. */
  stacks: ReadonlyMap<string, Partial<Template>>;
  ofType(type: string): Resource[];
}

/** What each of the made-up systems says. */
export const sampleSays = ['housing.repair.raised.v1', 'housing.flag.asserted.v1'] as const;

function manifest(system: string, rest: Omit<SystemManifest, 'system' | 'accepts' | 'says'>): SystemManifest {
  return { system: systemNameSchema.parse(system), accepts: ['application/json'], says: sampleSays, ...rest };
}

/** Systems of a made-up landlord: one pushed to, one that fetches, and one whose team may see every flag. */
export const sampleManifests: readonly SystemManifest[] = [
  manifest('repairs', { title: 'Repairs', team: 'repairs', delivery: 'webhook' }),
  manifest('leaks', { title: 'Leaks from above', team: 'leaks', delivery: 'inbox' }),
  manifest('tenancy-support', { title: 'Tenancy support', team: 'resident-services', delivery: 'inbox' }),
];

/** So many systems, in turn of each kind of the sample's. */
export function manyManifests(many: number): SystemManifest[] {
  return Array.from({ length: many }, (_, index) => {
    const kind = sampleManifests[index % sampleManifests.length] ?? raise(index);
    const system = systemNameSchema.parse(`${kind.system}-${index + 1}`);
    return { ...kind, system, title: `${kind.title} ${index + 1}` };
  });
}

function raise(index: number): never {
  throw new Error(`There is no system ${index}`);
}

/** Makes a folder that goes when the run is done. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(inject('temporaryRoot'), 'test-'));
}

/** Writes a handler for each function, and an adapter for each system: the template does not depend on what is in it. */
export async function writeHandlers(
  folder: string,
  systems: readonly string[] = sampleManifests.map(({ system }) => system),
  names: readonly FunctionName[] = functionNames,
): Promise<string> {
  const functionsRoot = path.join(folder, 'functions');
  const write = async (own: string, file: string, source: string) => {
    await mkdir(path.join(functionsRoot, own), { recursive: true });
    await writeFile(path.join(functionsRoot, own, file), source);
  };
  for (const name of names) {
    const source = `const name = '${name}';\nexport const handler = () => name;\nexport const handlerOf = (system: string) => () => [name, system];\n`;
    await write(handlerFolders[name], 'handler.ts', source);
  }
  for (const system of systems)
    await write(`adapters/${system}`, 'adapter.ts', `export const adapter = '${system}';\n`);
  return functionsRoot;
}

/** A stage, dev where none is given, and what it is told otherwise than its file says. */
export type Told = Partial<StageFile> & { stage?: Stage };

const assemblies = new Map<
  string,
  Promise<{ outdir: string; texts: readonly (readonly [string, string])[] }>
>();

/**
 * Synthesises the app with its packs of checks and reads what came out. What is asked for again is read again and not
 * synthesised again: the template is the caller's own, the folder is everybody's.
 */
export async function synthesise(
  told: Told = {},
  manifests: readonly SystemManifest[] = sampleManifests,
): Promise<Synthesised> {
  const key = JSON.stringify([told, manifests], (_, value) => (value === undefined ? 'undefined' : value));
  const assembly = assemblies.get(key) ?? assemble(told, manifests);
  assemblies.set(key, assembly);
  const { outdir, texts } = await assembly;
  const stacks = new Map(texts.map(([name, text]) => [name, JSON.parse(text) as Partial<Template>]));
  const template = mergedTemplate([...stacks.values()]);
  const all = Object.entries<Omit<Resource, 'id'>>(template.Resources).map(([id, rest]) => ({ id, ...rest }));
  return { outdir, template, stacks, ofType: type => all.filter(resource => resource.Type === type) };
}

async function assemble({ stage = 'dev', ...told }: Told, manifests: readonly SystemManifest[]) {
  const folder = await temporaryFolder();
  const outdir = path.join(folder, 'cdk.out');
  const file = { ...stageFiles[stage], ...told };
  const functionsRoot = await writeHandlers(
    folder,
    manifests.map(({ system }) => system),
  );
  const app = await buildApp({ manifests, functionsRoot, outdir, stage, file });
  // CDK's own check against CloudFormation's schemas takes a second and is run once, in nag.test.ts.
  vi.stubEnv('CDK_VALIDATION', 'false');
  const texts = app.synth().stacks.map(async ({ stackName, templateFullPath }) => {
    return [stackName, await readFile(templateFullPath, 'utf8')] as const;
  });
  return { outdir, texts: await Promise.all(texts) };
}

/** The one resource of that type with that plain name. */
export function theOne(app: Synthesised, type: string, name: string): Resource {
  const all = app.ofType(type);
  const found = all.find(({ id }) => plainName(id) === name);
  if (found === undefined) throw new Error(`no ${type} ${name}: ${all.map(({ id }) => id).join(', ')}`);
  return found;
}

/** A construct's name without the hash that CDK adds: `StorageRecords7AF6…` is `StorageRecords`. */
export function plainName(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}

/** What a property refers to: by `Ref` or `Fn::GetAtt`, as the plain name of the resource. */
export function referenceOf(value: Cfn): string {
  return plainName(value?.Ref ?? value?.['Fn::GetAtt']?.[0] ?? JSON.stringify(value));
}

/** The statements of a role's permissions, which are within it. */
export function statementsWithin({ Properties }: Resource): Cfn[] {
  return (Properties.Policies ?? []).flatMap((policy: Cfn) => policy.PolicyDocument.Statement);
}
