import path from 'node:path';
import { build } from 'esbuild';
import { handlerFolders } from './bundles.ts';

/** What operators run is no function, but reads and writes tables too. */
const commands = {
  'npm run ops': 'operators/ops/main.ts',
  'npm run gazetteer': 'operators/gazetteer/main.ts',
} as const;

/** Whether somebody is a command, run by an operator with rights of their own. */
export function isCommand(name: string): boolean {
  return name in commands;
}

/** Who uses a module: the functions in whose bundle it is, and the commands. */
export type UsersOf = (module: string) => string[];

/**
 * Bundles every function and command, without writing anything, and looks which modules are in it: what is imported
 * but not used is in none.
 * @param functionsRoot the folder of the product's functions; modules are named from there
 */
export async function moduleUsers(functionsRoot: string): Promise<UsersOf> {
  const handlers = Object.entries(handlerFolders).map(([name, folder]) => [name, `${folder}/handler.ts`]);
  const entries = new Map(
    [...handlers, ...Object.entries(commands)].map(([name = '', file = '']) => [file, name]),
  );
  const { metafile } = await build({
    entryPoints: [...entries.keys()],
    absWorkingDir: functionsRoot,
    outdir: 'out',
    bundle: true,
    packages: 'external',
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  const inputs = Object.values(metafile.outputs).map(({ entryPoint = '', inputs: files }) => ({
    name: entries.get(entryPoint) ?? entryPoint,
    files,
  }));
  return module =>
    inputs
      .filter(({ files }) => (files[path.posix.normalize(module)]?.bytesInOutput ?? 0) > 0)
      .map(({ name }) => name);
}
