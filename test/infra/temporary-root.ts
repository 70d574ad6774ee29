import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that goes when the run is done. */
    temporaryRoot: string;
  }
}

/** Makes one folder for whatever the tests of the infrastructure write. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = await mkdtemp(path.join(tmpdir(), 'lintel-infra-'));
  project.provide('temporaryRoot', root);
  return () => rm(root, { recursive: true, force: true });
}
