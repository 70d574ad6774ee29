import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, build, type Metafile, type OutputFile } from 'esbuild';
import {
  dataAsEvaluated,
  entryOf,
  noEventStreams,
  noJsonSchemas,
  onlyCommandsThatAreCalled,
  onlyItsVersion,
  onlyNativeHashes,
} from './bundle-plugins.ts';

/** The hub's functions: where each has its `handler.ts`. */
export const handlerFolders = {
  receive: 'intake/receive',
  files: 'intake/files',
  quarantine: 'intake/quarantine',
  record: 'records/record',
  watch: 'records/watch',
  move: 'records/move',
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

/** The functions that each system has one of, in a bundle with that system's adapter and no other. */
const ofSystems = ['receive', 'files', 'deliver'] as const satisfies readonly FunctionName[];
type OfSystem = (typeof ofSystems)[number];

/** The code of every function, made anew for each stack as CDK wants it. */
export type Bundles = Readonly<
  Record<Exclude<FunctionName, OfSystem>, () => Code> & Record<OfSystem, (system: string) => Code>
>;

/** What a bundle is called: `record`, or `receive-repairs`. */
export interface BundleName {
  name: FunctionName;
  system?: string;
}

/** The bundles of a hub with these systems. */
export function bundleNames(systems: readonly string[]): BundleName[] {
  return functionNames.flatMap((name): BundleName[] =>
    isOfSystem(name) ? systems.map(system => ({ name, system })) : [{ name }],
  );
}

/** The folder of a bundle. */
export function folderOf({ name, system }: BundleName): string {
  return system === undefined ? name : `${name}-${system}`;
}

function isOfSystem(name: FunctionName): name is OfSystem {
  return ofSystems.some(one => one === name);
}

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

/** What of the libraries no function uses. */
const leftOut = [onlyCommandsThatAreCalled, onlyItsVersion, onlyNativeHashes, noEventStreams, noJsonSchemas];

/** How a handler is bundled, whichever it is. */
export const bundleOptions = {
  bundle: true,
  external: otherCredentials,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: { js: banner },
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * Bundles all functions in one esbuild call and writes them to `<outdir>/<function>/index.mjs`, those of a system to
 * `<outdir>/<function>-<system>/index.mjs`, with source maps and esbuild's `metafile.json` beside them.
 *
 * The SDK is bundled too, which starts faster than the runtime's own. esbuild is told the same output path
 * wherever the files go, because source maps hold relative paths: the same source has the same asset hash
 * on every machine, and the maps are right where CDK puts the assets, `cdk.out/asset.<hash>/`.
 *
 * @param functionsRoot the folder of the product's functions, with the systems' adapters
 * @throws {Error} naming every handler file that is missing, or that does not export `handler`
 */
export async function bundleFunctions(
  functionsRoot: string,
  outdir: string,
  systems: readonly string[],
): Promise<Bundles> {
  const handlerIn = (folder: string) => path.join(functionsRoot, folder, 'handler.ts');
  await refuseMissing(Object.values(handlerFolders).map(handlerIn));
  const entryPoints = bundleNames(systems).map(bundle => {
    const folder = handlerFolders[bundle.name];
    const file = bundle.system === undefined ? handlerIn(folder) : `system:${bundle.system}:${folder}`;
    return { in: file, out: `${folderOf(bundle)}/index` };
  });
  const virtualOutdir = path.join(functionsRoot, '../cdk.out');
  const { outputFiles, metafile } = await build({
    entryPoints,
    plugins: [dataAsEvaluated, entryOf(functionsRoot), ...leftOut],
    absWorkingDir: path.dirname(functionsRoot),
    outdir: virtualOutdir,
    outExtension: { '.js': '.mjs' },
    write: false,
    metafile: true,
    ...bundleOptions,
  });
  refuseWithoutHandler(metafile);
  await Promise.all(outputFiles.map(file => writeOutput(file, virtualOutdir, outdir)));
  await writeFile(path.join(outdir, 'metafile.json'), JSON.stringify(metafile));
  return bundlesOf(bundle => Code.fromAsset(path.join(outdir, folderOf(bundle))));
}

/** What makes the code of each function, by the function's name. */
export function bundlesOf(code: (bundle: BundleName) => Code): Bundles {
  const bundles = functionNames.map(
    name =>
      [name, isOfSystem(name) ? (system: string) => code({ name, system }) : () => code({ name })] as const,
  );
  return Object.fromEntries<(system: string) => Code>(bundles) as Bundles;
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
