import { officersSystem } from '../../schemas/officers.ts';
import type { Adapter } from './contract.ts';
import * as registered from './systems.ts';

/** The adapter of every source system. A bundle has one at most: what all functions may know is in `manifests.ts`. */
export const adapters: readonly Adapter[] = checked(Object.values(registered));

const bySystem = new Map<string, Adapter>(adapters.map(adapter => [adapter.manifest.system, adapter]));

/**
 * The same adapters, if each of them may be called as it is.
 * @throws {RangeError} for a name that is the hub's own: what officers say would be taken for that system's.
 */
export function checked(candidates: readonly Adapter[]): readonly Adapter[] {
  const reserved = candidates.find(({ manifest }) => manifest.system === officersSystem);
  if (reserved === undefined) return candidates;
  throw new RangeError(`No system can be called ${officersSystem}: that is who officers are to the hub`);
}

/** The adapter of a system, or undefined when the hub knows no such system. */
export function adapterFor(system: string): Adapter | undefined {
  return bySystem.get(system);
}
