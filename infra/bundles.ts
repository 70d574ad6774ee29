import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { build, type Metafile, type OutputFile } from 'esbuild';

/** The hub's functions: where each has its `handler.ts`. One function is one bundle. */
export const handlerFolders = {
  receive: 'intake/receive',
  files: 'intake/files',
  quarantine: 'intake/quarantine',
  record: 'records/record',
  watch: 'records/watch',
  relay: 'records/relay',
  deliver: 'delivery/deliver',
  drift: 'delivery/drift',
  api: 'officers',
  decide: 'officers/decisions',
  audit: 'officers/audit',
  seal: 'officers/sealing',
} as const;
export type FunctionName = keyof typeof handlerFolders;
export const functionNames = Object.keys(handlerFolders) as readonly FunctionName[];

/** The code of every function, made anew for each stack as CDK wants it: of the same folder, it is one asset for all. */
export type Bundles = Readonly<Record<FunctionName, () => Code>>;

/** A bundled ES module has no `require`; some of the libraries in it still ask for Node's own modules by it. */
const banner = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/**
 * Where else the SDK would look for credentials. Lambda gives a function its own in environment variables, which are looked
 * at first, so these are never loaded; they would be a fifth of every bundle and of the time that it takes to load.
 */
const otherCredentials = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/**
 * Bundles all functions in one esbuild call and writes them to `<outdir>/<function>/index.mjs`, with source maps
 * and esbuild's `metafile.json` beside them.
 *
 * The SDK is bundled too, which starts faster than the runtime's own. esbuild is told the same output path
 * wherever the files go, because source maps hold relative paths: the same source has the same asset hash
 * on every machine, and the maps are right where CDK puts the assets, `cdk.out/asset.<hash>/`.
 *
 * @param functionsRoot the folder of the product's functions
 * @throws {Error} naming every handler file that is missing, or that does not export `handler`
 */
export async function bundleFunctions(functionsRoot: string, outdir: string): Promise<Bundles> {
  const entries = functionNames.map(name => ({
    name,
    file: path.join(functionsRoot, handlerFolders[name], 'handler.ts'),
  }));
  await refuseMissing(entries.map(entry => entry.file));
  const virtualOutdir = path.join(functionsRoot, '../cdk.out');
  const { outputFiles, metafile } = await build({
    entryPoints: entries.map(({ name, file }) => ({ in: file, out: `${name}/index` })),
    absWorkingDir: path.dirname(functionsRoot),
    outdir: virtualOutdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    external: otherCredentials,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'silent',
  });
  refuseWithoutHandler(metafile);
  await Promise.all(outputFiles.map(file => writeOutput(file, virtualOutdir, outdir)));
  await writeFile(path.join(outdir, 'metafile.json'), JSON.stringify(metafile));
  return bundlesOf(name => Code.fromAsset(path.join(outdir, name)));
}

/** What makes the code of each function, by the function's name. */
export function bundlesOf(code: (name: FunctionName) => Code): Bundles {
  const bundles = functionNames.map(name => [name, () => code(name)] as const);
  return Object.fromEntries<() => Code>(bundles) as Bundles;
}

async function refuseMissing(files: readonly string[]): Promise<void> {
  const missing = await Promise.all(
    files.map(file =>
      access(file).then(
        () => undefined,
        () => file,
      ),
    ),
  );
  const names = missing.filter(file => file !== undefined);
  if (names.length > 0) throw new Error(`No handler to deploy at ${names.join(', ')}`);
}

/** Lambda would only find out at the first event. */
function refuseWithoutHandler({ outputs }: Metafile): void {
  const without = Object.values(outputs).flatMap(({ entryPoint, exports }) =>
    entryPoint === undefined || exports.includes('handler') ? [] : [entryPoint],
  );
  if (without.length > 0) throw new Error(`No export called handler in ${without.join(', ')}`);
}

async function writeOutput(file: OutputFile, from: string, to: string): Promise<void> {
  const target = path.join(to, path.relative(from, file.path));
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, file.contents);
}
