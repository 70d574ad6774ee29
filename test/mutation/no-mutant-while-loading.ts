import { inject } from 'vitest';

declare module 'vitest' {
  /** What Stryker says to the tests. */
  interface ProvidedContext {
    globalNamespace: string;
    mutantActivation?: 'static' | 'runtime';
  }
}

/** A kept thread still has the mutant of the run before: what is loaded now must not be made by it. */
const stryker = Reflect.get(globalThis, inject('globalNamespace'));
if (inject('mutantActivation') !== 'static') delete stryker.activeMutant;
