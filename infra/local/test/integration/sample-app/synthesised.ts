import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesise } from '../../../index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the synthesised sample app. Every hub of the run reads it, none writes to it. */
    sampleApp: string;
  }
}

/** Synthesises the sample app once for all tests of a run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'sample-app-'));
  await synthesise({ outDir, app: path.join(import.meta.dirname, 'app.ts') });
  project.provide('sampleApp', outDir);
  return () => rm(outDir, { recursive: true, force: true });
}
