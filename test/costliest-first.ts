import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** Levels by what a file of them costs: a long file that begins last keeps one core busy while the others are idle. */
const levels = ['attack', 'e2e', 'integration', 'simulation', 'quality', 'infra', 'contract', 'unit'];

/** Runs files in the order of their levels, and within a level in Vitest's own order: what failed or took long last time first. */
export class CostliestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ project }: TestSpecification): number {
  return levels.indexOf(project.name);
}
