import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { synthesiseOnce } from '../../scenarios/synthesise-once.ts';

let root: string;
let outDir: string;
const environment = { CDK_CONTEXT_JSON: '{}', PATH: '/bin' };
const template = 'Lintel-dev.template.json';

const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
};
const start = (otherwise: NodeJS.ProcessEnv = {}) =>
  synthesiseOnce({
    ...{ root, outDir, environment: { ...environment, ...otherwise } },
    async synthesise() {
      await write(`cdk.out/${template}`, await readFile(path.join(root, 'functions/handler.ts'), 'utf8'));
      await write('cdk.out/asset.1/index.mjs', 'bundled');
    },
  });

const inputs = [
  'functions/handler.ts',
  'infra/app.ts',
  'schemas/flags/one.ts',
  'cdk.json',
  'package.json',
  'tsconfig.json',
  'node_modules/.package-lock.json',
];

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'lintel-once-'));
  outDir = path.join(root, 'cdk.out');
  for (const file of inputs) await write(file, 'one');
  expect(await start()).toBe(true);
  expect(await start()).toBe(false);
});
afterEach(() => rm(root, { recursive: true }));

test.each(inputs)('a change of %s makes the app anew, and then it stands', async file => {
  await write(file, 'other');
  expect(await start()).toBe(true);
  expect(await start()).toBe(false);
});

it('is made anew for a file more or less, and for another setting of CDK or AWS', async () => {
  await write('functions/adapters/more.ts', '');
  expect(await start()).toBe(true);
  await rm(path.join(root, 'functions/adapters/more.ts'));
  expect(await start()).toBe(true);
  expect(await start({ CDK_CONTEXT_JSON: '{"stage":"prod"}' })).toBe(true);
  expect(await start()).toBe(true);
  expect(await start({ PATH: '/usr/bin' })).toBe(false);
});

it('is made anew where npm says nothing of the packages', async () => {
  await rm(path.join(root, 'node_modules/.package-lock.json'));
  expect(await start()).toBe(true);
  expect(await start()).toBe(true);
});

it('is made anew where somebody else wrote there: another stage, or a bundle by hand', async () => {
  await write(`cdk.out/${template}`, 'prod');
  expect(await start()).toBe(true);
  expect(await readFile(path.join(outDir, template), 'utf8')).toBe('one');
  await write('cdk.out/asset.1/index.mjs', 'by hand');
  expect(await start()).toBe(true);
  await rm(path.join(outDir, 'asset.1'), { recursive: true });
  expect(await start()).toBe(true);
});

it('is made anew after it could not be made', async () => {
  await write('infra/app.ts', 'wrong');
  const failing = { root, outDir, environment, synthesise: () => Promise.reject(new Error('no')) };
  await expect(synthesiseOnce(failing)).rejects.toThrow('no');
  await write('infra/app.ts', 'one');
  expect(await start()).toBe(true);
});
