import type { Stage } from '../stages/all-stages.ts';

/** The part of every stage that holds what is kept: no system can be called so. */
const dataPart = 'data';

/** What each stack of a stage is called. */
export const stackNames = {
  /** Record, flags, API: what operators name. */
  core: (stage: Stage) => `Lintel-${stage}`,
  data: (stage: Stage) => `Lintel-${stage}-${dataPart}`,
  /** @throws {RangeError} for a system that is called as another stack is */
  system(stage: Stage, system: string) {
    if (system === dataPart) throw new RangeError(`No system can be called ${dataPart}: a stack is`);
    return `Lintel-${stage}-${system}`;
  },
};
