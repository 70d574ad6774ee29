import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { synthesise } from '../../index.ts';
import { startSampleHub } from './sample-app/sample-hub.ts';

let temporary: string;

beforeEach(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'runner-stop-'));
});
afterEach(() => rm(temporary, { recursive: true, force: true }));

/** Starts a hub in a process of its own and waits until it says where its database is. */
async function startElsewhere(): Promise<{ child: ChildProcess; database: string }> {
  const script = `
    const { startLocalHub } = await import(process.env.RUNNER);
    const hub = await startLocalHub({ outDir: process.env.OUT, parameters: ({ issuerUrl }) => ({ OidcIssuer: issuerUrl }) });
    console.log(hub.endpoints.dynamodb);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: {
      ...process.env,
      RUNNER: import.meta.resolve('../../index.ts'),
      OUT: inject('sampleApp'),
      TMPDIR: temporary,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { child, database: String(line).trim() };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

describe('a hub that ends', () => {
  it('leaves nothing behind on SIGTERM, and dies of it', async () => {
    const { child, database } = await startElsewhere();
    expect(await answers(database)).toBe(true);
    child.kill('SIGTERM');
    const [code, diedOf] = await once(child, 'exit');
    expect([code, diedOf]).toEqual([null, 'SIGTERM']);
    expect(await answers(database)).toBe(false);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('takes its database with it even when it is killed', async () => {
    const { child, database } = await startElsewhere();
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(() => answers(database)).toBe(false);
  });

  it('leaves nothing running when it cannot start', async () => {
    const before = process.listenerCount('SIGINT');
    const starting = startSampleHub({ parameters: () => ({ OidcIssuer: 'x', Colour: 'red' }) });
    await expect(starting).rejects.toThrow(/declares the parameter Colour/);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});

describe('synthesising', () => {
  it('fails with what the app said', async () => {
    const app = path.join(import.meta.dirname, 'sample-app', 'no-app.ts');
    await expect(synthesise({ outDir: temporary, app })).rejects.toThrow(
      /synthesising .*no-app\.ts failed \(exit code 1\):[\s\S]*Cannot find module/,
    );
  });
});
