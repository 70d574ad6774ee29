import type { Stage } from '../stages/all-stages.ts';

/** The parts of every stage that are no system's: what is kept, the contracts, and what moves old events. */
const ownParts = ['data', 'contracts', 'history'] as const;
const own = (part: (typeof ownParts)[number]) => (stage: Stage) => `Lintel-${stage}-${part}`;

/** What each stack of a stage is called. */
export const stackNames = {
  /** Record, flags, API: what operators name. */
  core: (stage: Stage) => `Lintel-${stage}`,
  data: own('data'),
  contracts: own('contracts'),
  history: own('history'),
  /** @throws {RangeError} for a system that is called as another stack is */
  system(stage: Stage, system: string) {
    if (ownParts.some(part => part === system))
      throw new RangeError(`No system can be called ${system}: a stack is`);
    return `Lintel-${stage}-${system}`;
  },
};
