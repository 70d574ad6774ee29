import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { App, AssetStaging, Stack } from 'aws-cdk-lib';
import type { Metafile } from 'esbuild';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { manifests } from '../../functions/adapters/manifests.ts';
import {
  type BundleName,
  bundleFunctions,
  bundleNames,
  type FunctionName,
  folderOf,
} from '../../infra/bundles.ts';
import { temporaryFolder, writeHandlers } from './synthesised.ts';

const sample = ['repairs', 'leaks', 'tenancy-support'];
const bundles = bundleNames(sample);

function hashes(folder: string): string[] {
  const stack = new Stack(new App({ outdir: path.join(folder, 'hashes') }), 'Hashes');
  return bundles
    .map(folderOf)
    .map(name => new AssetStaging(stack, name, { sourcePath: path.join(folder, name) }).assetHash);
}

test('each function is one module that Node loads, with its source map beside it', async () => {
  const folder = await temporaryFolder();
  await bundleFunctions(await writeHandlers(folder), path.join(folder, 'cdk.out'), sample);
  expect(bundles).toHaveLength(10 + 3 * sample.length);
  for (const { name, system } of bundles) {
    const bundle = path.join(
      folder,
      'cdk.out',
      folderOf({ name, ...(system === undefined ? {} : { system }) }),
    );
    expect((await readdir(bundle)).toSorted()).toEqual(['index.mjs', 'index.mjs.map']);
    const { handler } = await import(pathToFileURL(path.join(bundle, 'index.mjs')).href);
    expect(handler()).toEqual(system === undefined ? name : [name, system]);
  }
});

test('source maps name the sources but do not hold them', async () => {
  const folder = await temporaryFolder();
  await bundleFunctions(await writeHandlers(folder), path.join(folder, 'cdk.out'), sample);
  const map = JSON.parse(await readFile(path.join(folder, 'cdk.out/relay/index.mjs.map'), 'utf8'));
  expect(map.sources).toEqual([expect.stringMatching(/functions\/records\/relay\/handler\.ts$/)]);
  expect(map.sourcesContent).toBeUndefined();
});

test('the same source has the same asset hash, wherever it lies and wherever the bundle goes', async () => {
  const [here, there] = [await temporaryFolder(), await temporaryFolder()];
  await bundleFunctions(await writeHandlers(here), path.join(here, 'cdk.out'), sample);
  await bundleFunctions(await writeHandlers(there), path.join(there, 'deeper/down/out'), sample);
  expect(hashes(path.join(there, 'deeper/down/out'))).toEqual(hashes(path.join(here, 'cdk.out')));
});

test('a file without a handler stops it, by name', async () => {
  const folder = await temporaryFolder();
  const functionsRoot = await writeHandlers(folder);
  await writeFile(path.join(functionsRoot, 'records/relay/handler.ts'), 'export const handle = 1;\n');
  await expect(bundleFunctions(functionsRoot, path.join(folder, 'out'), sample)).rejects.toThrow(
    'No export called handler in functions/records/relay/handler.ts',
  );
});

test('missing handlers stop it, each by name', async () => {
  const folder = await temporaryFolder();
  const functionsRoot = await writeHandlers(folder, sample, ['receive', 'files', 'record', 'watch', 'api']);
  await expect(bundleFunctions(functionsRoot, path.join(folder, 'cdk.out'), sample)).rejects.toThrow(
    /No handler to deploy at \S+quarantine\/handler\.ts, \S+move\/handler\.ts, \S+relay\/handler\.ts, \S+deliver\/handler\.ts, \S+drift\/handler\.ts, \S+decisions\/handler\.ts, \S+audit\/handler\.ts, \S+sealing\/handler\.ts$/,
  );
});

describe('what is in the bundles that are deployed', () => {
  const systems = manifests.map(({ system }) => system);
  let inputsOf: (bundle: BundleName) => string[];
  let bytesOf: (bundle: BundleName) => number;
  let atOnce: (bundle: BundleName) => string[];
  beforeAll(async () => {
    const outdir = path.join(await temporaryFolder(), 'bundles');
    await bundleFunctions(path.join(import.meta.dirname, '../../functions'), outdir, systems);
    const { outputs }: Metafile = JSON.parse(await readFile(path.join(outdir, 'metafile.json'), 'utf8'));
    const outputOf = (bundle: BundleName) => outputs[`cdk.out/${folderOf(bundle)}/index.mjs`];
    inputsOf = bundle => {
      const inputs = Object.entries(outputOf(bundle)?.inputs ?? {});
      return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
    };
    atOnce = bundle => {
      const imports = outputOf(bundle)?.imports ?? [];
      return imports.filter(({ kind }) => kind === 'import-statement').map(({ path: name }) => name);
    };
    bytesOf = bundle => outputOf(bundle)?.bytes ?? Number.NaN;
  });

  it('is no other way to credentials than the environment that Lambda sets', () => {
    for (const bundle of bundleNames(systems)) {
      const ways = inputsOf(bundle).flatMap(
        input => /credential-provider-[a-z-]+|nested-clients/.exec(input) ?? [],
      );
      expect([...new Set(ways)].toSorted(), folderOf(bundle)).toEqual([
        'credential-provider-env',
        'credential-provider-node',
      ]);
    }
  });

  it('is the adapter of one system where the function is one system’s, else of none', () => {
    for (const bundle of bundleNames(systems)) {
      const own = inputsOf(bundle).flatMap(input => /adapters\/(\w+)\/(?!manifest)/.exec(input)?.[1] ?? []);
      const expected = bundle.system === undefined ? [] : [bundle.system];
      expect(
        [...new Set(own)].filter(name => name !== 'kit'),
        folderOf(bundle),
      ).toEqual(expected);
    }
  });

  it('is no calendar of a polyfill, and no answer of another function', () => {
    for (const bundle of bundleNames(systems)) {
      const inputs = inputsOf(bundle);
      expect(inputs.filter(input => input.includes('temporal-polyfill'))).toEqual([]);
      const answering = inputs.filter(input => /receive-http|register\.ts|get-drift|decide-flag/.test(input));
      expect(answering.length, folderOf(bundle)).toBeLessThan(2);
    }
  });

  it('is nothing that brings Node’s own fetch along: as a module, node:http does, for 50 ms', () => {
    for (const bundle of bundleNames(systems)) {
      expect(atOnce(bundle), folderOf(bundle)).toContain('node:https');
      expect(atOnce(bundle), folderOf(bundle)).not.toContain('node:http');
    }
  });

  it('is no codec of event streams, which nothing that is called answers by', () => {
    for (const bundle of bundleNames(systems)) {
      const codecs = inputsOf(bundle).filter(input => /eventstream-(codec|serde)/.test(input));
      expect(codecs, folderOf(bundle)).toEqual([]);
    }
  });

  it('is little: what is loaded before anything is answered', () => {
    for (const bundle of bundleNames(systems))
      expect(bytesOf(bundle), folderOf(bundle)).toBeLessThanOrEqual(most[bundle.name] ?? 650_000);
  });
});

/** `files` has the clients of two more services, and nobody waits for it: what it processes takes minutes. */
const most: Partial<Record<FunctionName, number>> = { files: 770_000 };
