import type { FlagDefinition } from './flags/definition.ts';
import { flagDefinitions } from './flags.ts';

/** What a reader of flags may rely on, of each code: what it is about, how it ends, how grave it is and what to do. */
export function flagCodes() {
  const all: readonly FlagDefinition[] = flagDefinitions;
  return all
    .map(({ code, family, hangsOn, life, severity, instruction, reviewDays, maximumDays }) => ({
      ...{ code, family, hangsOn, life, severity, instruction, reviewDays, maximumDays },
    }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
