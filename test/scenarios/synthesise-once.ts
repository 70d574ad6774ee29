import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

/**
 * Everything that a template and its bundles are made from: the sources, what decides how they are read, and which packages
 * are installed, by npm's own list of them.
 */
const made = {
  folders: ['functions', 'infra', 'schemas'],
  files: ['cdk.json', 'package.json', 'tsconfig.json', 'node_modules/.package-lock.json'],
  variables: /^(CDK|AWS|LINTEL|NODE)_/,
} as const;

const stampName = 'synthesised.json';
const stampSchema = z.object({ from: z.string(), to: z.string() });

/** What to synthesise, and from what. */
export interface Synthesis {
  /** The repository. */
  root: string;
  outDir: string;
  synthesise(): Promise<void>;
  environment?: NodeJS.ProcessEnv;
}

/**
 * Synthesises an app, unless what lies there already was made of the very same and has not been touched since.
 * @returns whether it had to be made
 */
export async function synthesiseOnce({
  root,
  outDir,
  synthesise,
  environment = process.env,
}: Synthesis): Promise<boolean> {
  const from = await digestOfInputs(root, environment);
  const stamp = path.join(outDir, stampName);
  const last = await lastStamp(stamp);
  if (last?.from === from && last.to === (await digestOfOutput(outDir))) return false;
  await rm(stamp, { force: true });
  await synthesise();
  await writeFile(stamp, JSON.stringify({ from, to: await digestOfOutput(outDir) }));
  return true;
}

async function lastStamp(file: string): Promise<z.infer<typeof stampSchema> | undefined> {
  try {
    return stampSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

async function digestOfInputs(root: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}`);
  for (const name of Object.keys(environment).toSorted())
    if (made.variables.test(name)) hash.update(`\n${name}=${environment[name]}`);
  const inFolders = await Promise.all(made.folders.map(folder => filesIn(path.join(root, folder))));
  const files = [...inFolders.flat(), ...made.files.map(file => path.join(root, file))].toSorted();
  for (const file of files) {
    // Where npm left no list of what is installed, nobody knows whether it is the same.
    const content = await readFile(file).catch(() => randomUUID());
    hash.update(`\n${path.relative(root, file)}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Every file of what was made: where it is, how long and since when. Whatever else writes there changes that. */
async function digestOfOutput(outDir: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await filesIn(outDir)).toSorted()) {
    const name = path.relative(outDir, file);
    if (!/^(asset\.|Lintel-|manifest\.json)/.test(name)) continue;
    const { size, mtimeMs } = await stat(file);
    hash.update(`\n${name} ${size} ${mtimeMs}`);
  }
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name));
}
