import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesise } from '../../scenarios/synthesise.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the synthesised app. Every hub of the run reads it, none writes to it. */
    synthesisedApp: string;
  }
}

/** Synthesises the app once for all end-to-end tests of a run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'lintel-e2e-'));
  await synthesise(outDir);
  project.provide('synthesisedApp', outDir);
  return () => rm(outDir, { recursive: true, force: true });
}
