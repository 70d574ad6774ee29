import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { synthesise } from '@infra/local';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the synthesised app. Every hub of the run reads it, none writes to it. */
    synthesisedApp: string;
  }
}

const app = path.join(import.meta.dirname, '../../../infra/app.ts');

/** Synthesises the app once for all end-to-end tests of a run, in a process of its own: CDK fills the memory of one that goes on. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'lintel-e2e-'));
  await synthesise({ outDir, app });
  project.provide('synthesisedApp', outDir);
  return () => rm(outDir, { recursive: true, force: true });
}
