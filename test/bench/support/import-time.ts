import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Every variable that a function reads when it is loaded; nothing is called. */
const environment = {
  AWS_REGION: 'eu-west-2',
  BUS_NAME: 'bus',
  DELIVERIES_TABLE: 'deliveries',
  DIRECTORY_TABLE: 'directory',
  POWERTOOLS_SERVICE_NAME: 'bench',
  QUARANTINE_TABLE: 'quarantine',
  RECORDS_TABLE: 'records',
  ROLE_CLAIM: 'role',
  SYSTEM: 'repairs',
  WEBHOOK_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-2:000000000000:secret:bench',
};

/**
 * How long a fresh Node process takes to import a module, in milliseconds, as Lambda starts it: with source maps.
 * @param compileCache the folder of Node's compile cache, where one is to be used: the first import fills it
 * @throws {Error} with what the module said when it could not be imported
 */
export async function importTime(file: string, compileCache: string | undefined): Promise<number> {
  const script = `const from = performance.now();
    await import(${JSON.stringify(pathToFileURL(file).href)});
    process.stdout.write(String(performance.now() - from));`;
  const { stdout } = await run(
    process.execPath,
    ['--enable-source-maps', '--input-type=module', '--eval', script],
    { env: { ...environment, ...(compileCache !== undefined && { NODE_COMPILE_CACHE: compileCache }) } },
  );
  return Number(stdout);
}
