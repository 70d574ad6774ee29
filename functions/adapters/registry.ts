import type { SystemName } from '../../schemas/reference.ts';
import type { Adapter } from './contract.ts';
import * as registered from './systems.ts';

/** The adapter of every source system. */
export const adapters: readonly Adapter[] = Object.values(registered);

/** The names of the source systems. */
export const systems: readonly SystemName[] = adapters.map(adapter => adapter.manifest.system);

const bySystem = new Map<string, Adapter>(adapters.map(adapter => [adapter.manifest.system, adapter]));

/** The adapter of a system, or undefined when the hub knows no such system. */
export function adapterFor(system: string): Adapter | undefined {
  return bySystem.get(system);
}
