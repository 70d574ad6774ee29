import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Environment, startEnvironment } from '../../../lambda/environment.ts';

let codeFolder: string;
let environment: Environment;

beforeEach(() => {
  codeFolder = mkdtempSync(path.join(tmpdir(), 'environment-'));
  writeFileSync(
    path.join(codeFolder, 'index.mjs'),
    `export const handler = (event, { getRemainingTimeInMillis }) =>
       event === 'hang' ? new Promise(() => undefined) : getRemainingTimeInMillis();`,
  );
  environment = startEnvironment({
    plan: {
      ...{ logicalId: 'Slow', name: 'slow', arn: 'arn:aws:lambda:eu-west-2:000000000000:function:slow' },
      ...{ codeFolder, handler: 'index.handler', environment: {}, logGroup: '/aws/lambda/slow' },
      ...{ timeoutMs: 100, memoryMb: 128, reservedConcurrency: undefined },
    },
    variables: {},
    offset: new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT),
    log: () => undefined,
  });
});
afterEach(async () => {
  await environment.stop();
  rmSync(codeFolder, { recursive: true });
});

it('tells a function how much of its time is left', async () => {
  const left = Number((await environment.invoke('"well"')).payload);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(100);
});

it('ends a function that hangs, and takes nothing more', async () => {
  await expect(environment.invoke('"hang"')).rejects.toThrow('Task timed out after 0.10 seconds');
  expect(environment.alive()).toBe(false);
});
