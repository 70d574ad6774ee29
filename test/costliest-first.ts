import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/**
 * Runs files in the order in which the configuration has their levels, and within a level in Vitest's own order: what
 * failed or took long last time first. A long file that begins last keeps one core busy while the others are idle.
 */
export class CostliestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const levels = this.ctx.projects.map(({ name }) => name);
    const rank = ({ project }: TestSpecification) => levels.indexOf(project.name);
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
