import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { App, AssetStaging, Stack } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { bundleFunctions, functionNames } from '../../infra/bundles.ts';
import { temporaryFolder, writeHandlers } from './synthesised.ts';

function hashes(folder: string): string[] {
  const stack = new Stack(new App({ outdir: path.join(folder, 'hashes') }), 'Hashes');
  return functionNames.map(
    name => new AssetStaging(stack, name, { sourcePath: path.join(folder, name) }).assetHash,
  );
}

test('each function is one module that Node loads, with its source map beside it', async () => {
  const folder = await temporaryFolder();
  await bundleFunctions(await writeHandlers(folder), path.join(folder, 'cdk.out'));
  for (const name of functionNames) {
    const bundle = path.join(folder, 'cdk.out', name);
    expect((await readdir(bundle)).toSorted()).toEqual(['index.mjs', 'index.mjs.map']);
    const { handler } = await import(pathToFileURL(path.join(bundle, 'index.mjs')).href);
    expect(handler()).toBe(name);
  }
});

test('source maps name the sources but do not hold them', async () => {
  const folder = await temporaryFolder();
  await bundleFunctions(await writeHandlers(folder), path.join(folder, 'cdk.out'));
  const map = JSON.parse(await readFile(path.join(folder, 'cdk.out/receive/index.mjs.map'), 'utf8'));
  expect(map.sources).toEqual([expect.stringMatching(/functions\/intake\/receive\/handler\.ts$/)]);
  expect(map.sourcesContent).toBeUndefined();
});

test('the same source has the same asset hash, wherever it lies and wherever the bundle goes', async () => {
  const [here, there] = [await temporaryFolder(), await temporaryFolder()];
  await bundleFunctions(await writeHandlers(here), path.join(here, 'cdk.out'));
  await bundleFunctions(await writeHandlers(there), path.join(there, 'deeper/down/out'));
  expect(hashes(path.join(there, 'deeper/down/out'))).toEqual(hashes(path.join(here, 'cdk.out')));
});

test('a file without a handler stops it, by name', async () => {
  const folder = await temporaryFolder();
  const functionsRoot = await writeHandlers(folder);
  await writeFile(path.join(functionsRoot, 'records/relay/handler.ts'), 'export const handle = 1;\n');
  await expect(bundleFunctions(functionsRoot, path.join(folder, 'out'))).rejects.toThrow(
    'No export called handler in functions/records/relay/handler.ts',
  );
});

test('missing handlers stop it, each by name', async () => {
  const folder = await temporaryFolder();
  const functionsRoot = await writeHandlers(folder, ['receive', 'files', 'record', 'watch', 'api']);
  await expect(bundleFunctions(functionsRoot, path.join(folder, 'cdk.out'))).rejects.toThrow(
    /No handler to deploy at \S+quarantine\/handler\.ts, \S+relay\/handler\.ts, \S+deliver\/handler\.ts, \S+drift\/handler\.ts, \S+decisions\/handler\.ts, \S+audit\/handler\.ts, \S+sealing\/handler\.ts$/,
  );
});

test('no bundle holds another way to credentials than the environment that Lambda sets', async () => {
  const folder = await temporaryFolder();
  const outdir = path.join(folder, 'bundles');
  await bundleFunctions(path.join(import.meta.dirname, '../../functions'), outdir);
  const { outputs } = JSON.parse(await readFile(path.join(outdir, 'metafile.json'), 'utf8'));
  for (const name of functionNames) {
    const inputs = Object.keys(outputs[`cdk.out/${name}/index.mjs`].inputs);
    const ways = inputs.flatMap(input => /credential-provider-[a-z-]+|nested-clients/.exec(input) ?? []);
    expect([...new Set(ways)].toSorted(), name).toEqual([
      'credential-provider-env',
      'credential-provider-node',
    ]);
  }
});
