import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { findJava } from '../java.ts';
import { PATIENCE_MS } from '../patience.ts';
import { endProcess, startProcess } from './engine-process.ts';

const READY_POLL_MS = 25;

/** Amazon's DynamoDB Local, in memory, in a process of its own. */
export interface Engine {
  readonly endpoint: string;
  /** Of its process. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/** Who wants to know about the engine. */
export interface EngineSettings {
  /** Told when the engine ends by itself after it answered. */
  readonly onLost?: (error: Error) => void;
  /** Ends the engine even while it starts. */
  readonly signal?: AbortSignal;
}

/**
 * Starts DynamoDB Local on a free port.
 *
 * @throws when Java is missing or the engine ends before it answers, with what it said
 */
export async function startEngine({ onLost, signal }: EngineSettings = {}): Promise<Engine> {
  const java = findJava();
  const port = await freePort();
  signal?.throwIfAborted();
  const folder = mkdtempSync(path.join(tmpdir(), 'dynamodb-local-'));
  const child = startProcess(java, folder, port);
  const kill = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', kill);
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    process.removeListener('exit', kill);
    await endProcess(child);
    rmSync(folder, { recursive: true, force: true });
  };
  signal?.addEventListener('abort', () => child.kill('SIGTERM'));
  const ended = unexpectedEnd(child);
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await ready(endpoint, ended);
  } catch (error) {
    await stop();
    throw error;
  }
  ended.catch(error => {
    if (!stopping && signal?.aborted !== true) onLost?.(error);
  });
  return { endpoint, pid: child.pid, stop };
}

/** Rejects when the process ends, with what it said last. */
function unexpectedEnd(child: ChildProcess): Promise<never> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`DynamoDB Local ended with ${signal ?? `code ${code}`}: ${said}`)),
    );
  });
  ended.catch(() => undefined);
  return ended;
}

async function ready(endpoint: string, ended: Promise<never>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await Promise.race([answers(endpoint), ended]))) {
    if (Date.now() > deadline) throw new Error(`DynamoDB Local did not answer within ${PATIENCE_MS} ms`);
    await sleep(READY_POLL_MS);
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
