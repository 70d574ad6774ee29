import { dev } from './dev.ts';
import { prod } from './prod.ts';
import type { StageFile } from './stage-file.ts';
import { test } from './test.ts';

/** Every stage that Lintel is deployed to: one file each. */
export const stageFiles = { dev, test, prod } as const satisfies Record<string, StageFile>;

/** The environments that Lintel is deployed to. */
export type Stage = keyof typeof stageFiles;
export const stages = Object.keys(stageFiles) as readonly Stage[];

/** The stage of that name. @throws {Error} naming the stages there are. */
export function stageOf(name: unknown): Stage {
  const stage = stages.find(known => known === name);
  if (stage === undefined) {
    throw new Error(`There is no stage ${JSON.stringify(name)}: give one of ${stages.join(', ')}`);
  }
  return stage;
}
