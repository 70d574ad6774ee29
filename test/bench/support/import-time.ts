import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/**
 * How long a fresh Node process takes to import a module, in milliseconds, as Lambda starts it: with source maps.
 * @param environment what the module reads when it is loaded; nothing is called
 * @throws {Error} with what the module said when it could not be imported
 */
export function importTime(file: string, environment: Readonly<Record<string, string>>): number {
  const script = `const from = performance.now();
    await import(${JSON.stringify(pathToFileURL(file).href)});
    process.stdout.write(String(performance.now() - from));`;
  const options = ['--enable-source-maps', '--input-type=module', '--eval', script];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, {
    encoding: 'utf8',
    env: { AWS_REGION: 'eu-west-2', ...environment },
  });
  if (status === 0) return Number(stdout);
  // Before the reason Node shows the line of code, and of a bundle that is all of it.
  const reason = stderr.slice(stderr.lastIndexOf('Error: '));
  throw new Error(`${file} could not be imported: ${reason}`);
}
