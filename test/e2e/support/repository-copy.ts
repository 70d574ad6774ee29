import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const repository = path.join(import.meta.dirname, '../../..');
const copied = [
  ...['functions', 'infra', 'schemas', 'test', 'cdk.json', 'package.json', 'tsconfig.json'],
  '.dependency-cruiser.mjs',
];

/** A copy of the repository's sources, with the installed packages beside them. */
export interface RepositoryCopy {
  folder: string;
  /**
   * Adds a system as whoever connects one does: the adapter's folder, and one line.
   *
   * @param template the folder's files, of a system that is called as the folder is and is to be called otherwise here;
   *   `.txt` at the end of a name is left out
   */
  connect(system: string, template: string): Promise<void>;
  /** Runs Node or a tool of the copy's packages. @throws {Error} with all that it said, when it fails. */
  run(tool: string, ...parameters: string[]): Promise<void>;
  remove(): Promise<void>;
}

/** Makes a copy in a temporary folder. */
export async function copyRepository(): Promise<RepositoryCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lintel-copy-'));
  for (const name of copied)
    await cp(path.join(repository, name), path.join(folder, name), { recursive: true });
  await linkPackages(folder);
  return {
    folder,
    connect: (system, template) => connect(folder, system, template),
    run: (tool, ...parameters) => run(folder, tool, parameters),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Links every installed package, and the workspace to the copy's own folder, as `npm ci` would there. */
async function linkPackages(folder: string): Promise<void> {
  const [installed, packages] = [path.join(repository, 'node_modules'), path.join(folder, 'node_modules')];
  await mkdir(path.join(packages, '@infra'), { recursive: true });
  await symlink(path.join(folder, 'infra/local'), path.join(packages, '@infra/local'), 'dir');
  for (const name of await readdir(installed))
    if (name !== '@infra') await symlink(path.join(installed, name), path.join(packages, name));
}

async function connect(folder: string, system: string, template: string): Promise<void> {
  const adapters = path.join(folder, 'functions/adapters');
  const files = await readdir(template, { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of files.filter(file => file.isFile())) {
    const place = path.join(adapters, system, path.relative(template, parentPath));
    await mkdir(place, { recursive: true });
    const text = await readFile(path.join(parentPath, name), 'utf8');
    const renamed = text.replaceAll(`'${path.basename(template)}'`, `'${system}'`);
    await writeFile(path.join(place, name.replace(/\.txt$/, '')), renamed);
  }
  const list = path.join(adapters, 'systems.ts');
  const line = `export { adapter as ${system} } from './${system}/adapter.ts';\n`;
  await writeFile(list, `${await readFile(list, 'utf8')}${line}`);
}

async function run(folder: string, tool: string, parameters: readonly string[]): Promise<void> {
  const command = tool === 'node' ? process.execPath : path.join(folder, 'node_modules/.bin', tool);
  const env = { ...process.env, CDK_OUTDIR: path.join(folder, 'cdk.out') };
  try {
    await promisify(execFile)(command, parameters, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${tool} ${parameters.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
