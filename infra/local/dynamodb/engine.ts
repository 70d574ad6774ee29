import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findJava } from '../java.ts';
import { PATIENCE_MS } from '../patience.ts';
import { jarFolder } from './release.ts';

const READY_POLL_MS = 25;

/** Amazon's DynamoDB Local, in memory, in a process of its own. */
export interface Engine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts DynamoDB Local on a free port.
 *
 * @throws when Java is missing or the engine ends before it answers, with what it said
 */
export async function startEngine(): Promise<Engine> {
  const java = findJava();
  const folder = mkdtempSync(path.join(tmpdir(), 'dynamodb-local-'));
  const port = await freePort();
  const child = run(java, folder, port);
  const kill = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', kill);
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await ready(endpoint, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
}

function run(java: string, folder: string, port: number): ChildProcess {
  const home = jarFolder();
  const command = [
    java,
    '-XX:TieredStopAtLevel=1',
    `-Djava.io.tmpdir=${folder}`,
    `-Djava.library.path=${path.join(home, 'DynamoDBLocal_lib')}`,
    '-jar',
    path.join(home, 'DynamoDBLocal.jar'),
    ...['-port', String(port), '-sharedDb', '-inMemory', '-disableTelemetry'],
  ];
  const [program = java, ...words] = diesWithParent()
    ? ['setpriv', '--pdeathsig', 'SIGKILL', ...command]
    : command;
  return spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** On Linux the engine can be made to die with this process, however that ends. */
function diesWithParent(): boolean {
  return spawnSync('setpriv', ['--pdeathsig', 'SIGKILL', 'true'], { stdio: 'ignore' }).status === 0;
}

async function ready(endpoint: string, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`DynamoDB Local ended with code ${code}: ${said}`)));
  });
  ended.catch(() => undefined);
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await Promise.race([answers(endpoint), ended]))) {
    if (Date.now() > deadline)
      throw new Error(`DynamoDB Local did not answer within ${PATIENCE_MS} ms: ${said}`);
    await new Promise(resolve => setTimeout(resolve, READY_POLL_MS));
  }
}

/** Any answer will do: without a request it is a 400. */
async function answers(endpoint: string): Promise<boolean> {
  try {
    await (await fetch(endpoint)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** SIGTERM lets the engine remove its own temporary files. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
